using System.Text.RegularExpressions;

namespace Lanyard.Import;

/// <summary>Tells the labels by which a document speaks about itself: version, date, author, owner, review.</summary>
internal static partial class FactLabel
{
    /// <summary>Whether a text is such a label and nothing else.</summary>
    public static bool Is(string text) => Label().IsMatch(Bare(text));

    /// <summary>What date a label names.</summary>
    public static ReviewKind Review(string label)
    {
        var bare = Bare(label);
        return Next().IsMatch(bare) ? ReviewKind.Next
            : Last().IsMatch(bare) ? ReviewKind.Last
            : bare.Contains("review", StringComparison.OrdinalIgnoreCase) ? ReviewKind.Unclear
            : Issue().IsMatch(bare) ? ReviewKind.Issue
            : ReviewKind.None;
    }

    private static string Bare(string text) =>
        text.Trim().Trim(':', '*', '_', ' ', '.', '-', '–').Replace('_', ' ').Replace('’', '\'');

    [GeneratedRegex(
        @"^(?:(?:the|this|our|document|policy)\s){0,2}(?:"
            + @"(?:document|policy)?\s?(?:version|issue|revision)(?:\s(?:no|number|date|control|history))?|status|"
            + @"classification|reference|ref|(?:document|policy)\s(?:number|no|ref|reference|title|name|type|status|"
            + @"level|lead|author|owner|holder|location)|title"
            + @"|(?:policy\s)?(?:author|owner|holder|sponsor)(?:s|\(s\))?|(?:lead|responsible|link|"
            + @"named)\s(?:person|officer|governor|committee|member of staff)|(?:governors?'?\s)?committee|person "
            + @"responsible"
            + @"|(?:prepared|written|produced|compiled|drafted|created|reviewed|approved|authorised|adopted|"
            + @"ratified|agreed|issued|published|updated|checked|signed)(?:\s(?:by|on|at|off(?:\sby)?|date|"
            + @"in))?(?:\s(?:the\s)?(?:governors|governing body|trustees|board|headteacher|committee))?"
            + @"|(?:date|month|year)(?:\s(?:of|for)?\s?(?:the\s)?(?:policy|document|issue|approval|adoption|"
            + @"ratification|publication|version|creation|origin|(?:last|next|previous|latest|annual|planned|"
            + @"first)?\s?(?:review|update|revision)))?(?:\s(?:by|on|at)\s[\w\s']{1,30})?(?:\s(?:issued|approved|"
            + @"adopted|ratified|agreed|published|updated|written|created|reviewed|signed))?"
            + @"|(?:approval|adoption|ratification|publication|issue|effective|start|expiry|"
            + @"implementation)(?:\s(?:date|body|by))?"
            + @"|(?:(?:date|month)\s(?:of\s)?)?(?:(?:due|planned|to be)\s)?(?:last|next|previous|latest|annual|"
            + @"scheduled)?\s?(?:policy\s)?(?:review|reviewed|revision|revised|updated?)(?:\s(?:date|dates|due|due "
            + @"date|by|on|period|cycle|frequency|interval|month|schedule|body|date due))?"
            + @"|(?:frequency|cycle|period) of review|review(?:ed)? by(?: date)?|changes?(?:\smade)?|amendments?|"
            + @"(?:description|summary|reason|details|nature) (?:of|for) (?:the )?(?:changes?|amendments?|"
            + @"revisions?|review)|action|distribution|signed|signature|print name|page(?:s| count)?"
            + @")$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Label();

    [GeneratedRegex(
        @"\bnext\b|\bdue\b|\bplanned\b|\bscheduled\b|\bto be\b|\breview by\b|\bexpir",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Next();

    [GeneratedRegex(
        @"\b(?:last|latest|previous|previously|reviewed|updated|revised)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Last();

    [GeneratedRegex(
        @"\b(?:approv|ratif|adopt|agreed|issue|publi|effective|date$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Issue();
}
