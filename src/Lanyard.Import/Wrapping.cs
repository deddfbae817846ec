namespace Lanyard.Import;

/// <summary>Joins the lines of a paragraph that was broken to fit the page.</summary>
internal static class Wrapping
{
    private const int ShortestWrapped = 45;

    /// <summary>Whether the lines of a text end where the page does, and not where the paragraph does.</summary>
    public static bool IsWrapped(List<RawLine> lines)
    {
        var pairs = lines.Zip(lines.Skip(1)).Where(pair => !pair.First.IsBlank && !pair.Second.IsBlank).ToList();
        var broken = pairs.Count(pair =>
            pair.First.Text.Length >= ShortestWrapped && !EndsSentence(pair.First.Text) && StartsLower(pair.Second.Text)
        );
        return broken >= 3 && broken * 4 >= pairs.Count;
    }

    /// <summary>The paragraphs of a text, one line each.</summary>
    public static List<RawLine> Paragraphs(List<RawLine> lines, bool isWrapped)
    {
        var paragraphs = new List<Paragraph>();
        var isOpen = false;
        var isAfterPage = false;
        foreach (var raw in lines)
        {
            if (raw.IsBlank)
            {
                isAfterPage |= raw.IsAfterPage;
                isOpen =
                    isOpen
                    && isWrapped
                    && paragraphs.Count > 0
                    && !paragraphs[^1].IsTable
                    && !EndsSentence(paragraphs[^1].Text)
                    && paragraphs[^1].Length > ShortestWrapped;
                continue;
            }

            var line = raw with
            {
                IsAfterPage = raw.IsAfterPage || isAfterPage,
                Depth = raw.Row is null && raw is { IsWhole: false, Depth: 0 } ? Indent(raw.Text) : raw.Depth,
            };
            isAfterPage = false;
            var canJoin =
                isWrapped
                && isOpen
                && line is { HeadingLevel: 0, IsWhole: false, Marker.Kind: MarkerKind.None }
                && paragraphs.Count > 0;
            var joins = canJoin && (EndsInCell(paragraphs, line.Text) || IsMoreOf(paragraphs[^1], line.Text));
            if (joins)
            {
                paragraphs[^1].Add(line.Text.Trim());
            }
            else
            {
                paragraphs.Add(new(isWrapped ? Unwrapped(line) : line with { Text = line.Text.TrimEnd() }));
            }

            isOpen = line.HeadingLevel == 0;
        }

        return Rows([.. paragraphs.Select(paragraph => paragraph.Line)]);
    }

    private static bool IsMoreOf(Paragraph paragraph, string text) =>
        !paragraph.IsTable && !IsTable(text) && GoesOn(paragraph, text);

    private static RawLine Unwrapped(RawLine line) =>
        line.IsWhole || line.Row is not null ? line
        : IsTable(line.Marker.Text) ? line with { Text = Columns(line.Text) }
        : line with { Text = line.Text.Trim() };

    public static bool EndsSentence(string text) =>
        text.TrimEnd() is [.., '.' or '!' or '?' or ':' or ';' or '”' or '"' or ')'];

    public static bool StartsLower(string text) => text.TrimStart() is [var first, ..] && char.IsLower(first);

    public static string Join(string first, string second) =>
        first is [.., var before, '-'] && char.IsLetter(before) && StartsLower(second)
            ? first[..^1] + second
            : $"{first} {second}";

    private static bool GoesOn(Paragraph paragraph, string text) =>
        StartsLower(text)
        || (paragraph.Length + 25 > ShortestWrapped && !EndsSentence(paragraph.Text) && !Marker.LooksLikeHeading(text));

    // A few words right below a row of a table are the rest of its last cell.
    private static bool EndsInCell(List<Paragraph> paragraphs, string text) =>
        paragraphs.Count > 0 && paragraphs[^1].HasTab && !IsTable(text) && text.Trim().Split(' ').Length <= 3;

    private static bool IsTable(string text) =>
        text.Contains('\t', StringComparison.Ordinal) || text.Trim().Contains("   ", StringComparison.Ordinal);

    private static string Columns(string text) =>
        string.Join(
            '\t',
            text.Split(["   ", "\t"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        );

    private static int Indent(string text) => text.TakeWhile(char.IsWhiteSpace).Sum(letter => letter == '\t' ? 4 : 1);

    // Lines with tabs that follow each other are a table; a tab after a number or a bullet is none of it.
    private static List<RawLine> Rows(List<RawLine> lines)
    {
        var table = 1_000_000; // readers that know their tables count from 1
        var isInTable = false;
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            var isRow =
                line is { IsWhole: false, Row: null, HeadingLevel: 0 }
                && line.Marker.Text.Contains('\t', StringComparison.Ordinal)
                && line.Marker.Kind is MarkerKind.None or MarkerKind.Number;
            table += isRow && !isInTable ? 1 : 0;
            lines[at] = isRow ? new("") { Row = TableRow.Of(table, line.Text.Trim()) } : line;
            isInTable = isRow;
        }

        return lines;
    }

    /// <summary>A paragraph as it grows, so that a long one is not copied at each line.</summary>
    private sealed class Paragraph(RawLine first)
    {
        private readonly System.Text.StringBuilder _text = new(first.Text);
        private string? _said = first.Text;

        public string Text => _said ??= _text.ToString();

        public int Length => _text.Length;

        public bool IsTable { get; } = IsTable(first.Text);

        public bool HasTab { get; } = first.Text.Contains('\t', StringComparison.Ordinal);

        public RawLine Line => first with { Text = Text };

        public void Add(string line)
        {
            var isHyphenated =
                _text is { Length: > 1 } && _text[^1] == '-' && char.IsLetter(_text[^2]) && StartsLower(line);
            _text.Length -= isHyphenated ? 1 : 0;
            _text.Append(isHyphenated ? "" : " ").Append(line);
            _said = null;
        }
    }
}
