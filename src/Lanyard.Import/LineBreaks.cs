namespace Lanyard.Import;

/// <summary>The lines that a paragraph falls into where it has line breaks of its own.</summary>
internal static class LineBreaks
{
    /// <summary>A break inside a sentence is only there for the looks; one before a bullet, a number or a new sentence
    /// parts paragraphs.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="isSoft">Whether a break is there for the looks wherever no bullet and no number follows it.</param>
    public static IEnumerable<RawLine> Lines(RawLine paragraph, bool isSoft = false)
    {
        if (!paragraph.Text.Contains('\n', StringComparison.Ordinal))
        {
            return [paragraph];
        }

        var lines = new List<RawLine>();
        foreach (
            var piece in paragraph.Text.Split(
                '\n',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            if (lines.Count > 0 && GoesOn(lines[^1], piece, isSoft))
            {
                lines[^1] = lines[^1] with { Text = $"{lines[^1].Text} {piece}" };
            }
            else
            {
                lines.Add(
                    lines.Count == 0
                        ? paragraph with
                        {
                            Text = piece,
                        }
                        : new(piece) { IsWhole = true, Depth = paragraph.Depth }
                );
            }
        }

        return lines.Count == 0 ? [paragraph with { Text = "" }] : lines;
    }

    private static bool GoesOn(RawLine before, string piece, bool isSoft) =>
        before.HeadingLevel > 0
        || (
            Marker.Of(piece).Kind == MarkerKind.None
            && (
                isSoft
                || (!Wrapping.EndsSentence(before.Text) && (Wrapping.StartsLower(piece) || Halves.IsTorn(before)))
            )
        );
}
