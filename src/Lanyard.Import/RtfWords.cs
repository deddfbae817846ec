namespace Lanyard.Import;

/// <summary>The words of RTF that a reader of its text has to know.</summary>
internal static class RtfWords
{
    /// <summary>What begins a group that is no text of the document.</summary>
    public static HashSet<string> Unread { get; } = new(StringComparer.Ordinal)
    {
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "listtable",
        "listoverridetable",
        "rsidtbl",
        "generator",
        "themedata",
        "colorschememapping",
        "latentstyles",
        "datastore",
        "xmlnstbl",
        "fldinst",
        "bkmkstart",
        "bkmkend",
        "filetbl",
        "revtbl",
        "pgptbl",
        "mmathPr",
        "objdata",
        "sn",
        "sv",
        "ftnsep",
        "ftnsepc",
        "aftnsep",
        "aftnsepc",
        "annotation",
        "atnid",
        "atnauthor",
        "atnref",
        "pn",
        "pnseclvl",
        "nonshppict",
        "xe",
        "tc",
    };

    /// <summary>The characters that have a name.</summary>
    public static Dictionary<string, string> Signs { get; } = new(StringComparer.Ordinal)
    {
        ["line"] = "\n",
        ["tab"] = "\t",
        ["emdash"] = "—",
        ["endash"] = "–",
        ["lquote"] = "‘",
        ["rquote"] = "’",
        ["ldblquote"] = "“",
        ["rdblquote"] = "”",
        ["bullet"] = "•",
        ["emspace"] = " ",
        ["enspace"] = " ",
        ["page"] = "\n",
        ["column"] = "\n",
    };
}
