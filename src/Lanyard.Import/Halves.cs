namespace Lanyard.Import;

/// <summary>Puts together what page breaks and line breaks have torn apart.</summary>
internal static class Halves
{
    private const int ShortestHalf = 40;

    public static List<RawLine> Join(List<RawLine> paragraphs, ICollection<string> notes)
    {
        var joined = new List<RawLine>();
        foreach (var line in paragraphs.Where(line => !line.IsBlank))
        {
            if (joined.Count > 0 && Marker.Of(joined[^1].Text) is { Kind: MarkerKind.Number, Text: "" })
            {
                joined[^1] = new($"{joined[^1].Text.TrimEnd()} {line.Text.Trim()}", line.HeadingLevel); // the number stood on a line of its own
            }
            else if (joined.Count > 0 && IsSecondHalf(joined[^1], line))
            {
                notes.Add($"a sentence torn in two was joined: \"... {Tail(joined[^1].Text)} | {Head(Marker.Of(line.Text).Text)} ...\"");
                joined[^1] = joined[^1] with { Text = Wrapping.Join(joined[^1].Text.TrimEnd(), Marker.Of(line.Text).Text) };
            }
            else
            {
                joined.Add(line);
            }
        }

        return joined;
    }

    private static bool IsSecondHalf(RawLine first, RawLine second) =>
        first.HeadingLevel == 0 && second.HeadingLevel == 0 && first.Text.Length >= ShortestHalf && !first.Text.Contains('\t', StringComparison.Ordinal)
        && !Wrapping.EndsSentence(first.Text) && Marker.Of(second.Text) is { Kind: MarkerKind.None or MarkerKind.Bullet } marker && Wrapping.StartsLower(marker.Text);

    private static string Tail(string text) => text.Length <= 25 ? text : text[^25..];

    private static string Head(string text) => text.Length <= 25 ? text : text[..25];
}
