namespace Lanyard.Import;

/// <summary>Joins the lines of a paragraph that was broken to fit the page.</summary>
internal static class Wrapping
{
    private const int ShortestWrapped = 45;

    /// <summary>Whether the lines of a text end where the page does, and not where the paragraph does.</summary>
    public static bool IsWrapped(List<RawLine> lines)
    {
        var pairs = lines.Zip(lines.Skip(1)).Where(pair => !pair.First.IsBlank && !pair.Second.IsBlank).ToList();
        var broken = pairs.Count(pair => pair.First.Text.Length >= ShortestWrapped && !EndsSentence(pair.First.Text) && StartsLower(pair.Second.Text));
        return broken >= 3 && broken * 4 >= pairs.Count;
    }

    /// <summary>The paragraphs of a text, one line each.</summary>
    public static List<RawLine> Paragraphs(List<RawLine> lines, bool isWrapped)
    {
        var paragraphs = new List<RawLine>();
        var isOpen = false;
        var indent = 0;
        foreach (var line in lines)
        {
            if (line.IsBlank)
            {
                isOpen = isOpen && isWrapped && paragraphs.Count > 0 && !IsTable(paragraphs[^1].Text) && !EndsSentence(paragraphs[^1].Text) && paragraphs[^1].Text.Length > ShortestWrapped;
                continue;
            }

            var marker = Marker.Of(line.Text);
            var joins = isWrapped && isOpen && line.HeadingLevel == 0 && !IsTable(paragraphs[^1].Text) && marker.Kind == MarkerKind.None && !IsTable(line.Text)
                && (StartsLower(line.Text) || (paragraphs[^1].Text.Length + 25 > indent && !EndsSentence(paragraphs[^1].Text) && !Marker.LooksLikeHeading(line.Text)));
            if (isWrapped && isOpen && marker.Kind == MarkerKind.None && EndsInCell(paragraphs, line.Text))
            {
                paragraphs[^1] = new($"{paragraphs[^1].Text} {line.Text.Trim()}");
            }
            else if (joins)
            {
                paragraphs[^1] = new(Join(paragraphs[^1].Text, line.Text.Trim()), paragraphs[^1].HeadingLevel);
            }
            else
            {
                paragraphs.Add(isWrapped && IsTable(marker.Text) ? new(Columns(line.Text), line.HeadingLevel) : line with { Text = isWrapped ? line.Text.Trim() : line.Text.TrimEnd() });
                indent = ShortestWrapped;
            }

            isOpen = line.HeadingLevel == 0;
        }

        return paragraphs;
    }

    // A few words right below a row of a table are the rest of its last cell.
    private static bool EndsInCell(List<RawLine> paragraphs, string text) =>
        paragraphs.Count > 0 && paragraphs[^1].Text.Contains('\t', StringComparison.Ordinal) && !IsTable(text) && text.Trim().Split(' ').Length <= 3;

    public static bool EndsSentence(string text) => text.TrimEnd() is [.., '.' or '!' or '?' or ':' or ';' or '”' or '"' or ')'];

    public static bool StartsLower(string text) => text.TrimStart() is [var first, ..] && char.IsLower(first);

    public static string Join(string first, string second) =>
        first is [.., var before, '-'] && char.IsLetter(before) && StartsLower(second) ? first[..^1] + second : $"{first} {second}";

    private static bool IsTable(string text) => text.Contains('\t', StringComparison.Ordinal) || text.Trim().Contains("   ", StringComparison.Ordinal);

    private static string Columns(string text) =>
        string.Join('\t', text.Split(["   ", "\t"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
