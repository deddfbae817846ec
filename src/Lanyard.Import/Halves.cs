using System.Globalization;
using System.Text.RegularExpressions;

namespace Lanyard.Import;

/// <summary>Puts together what page breaks and line breaks have torn apart, but never two bullets, cells or paragraphs
/// that a file parts itself.</summary>
internal static partial class Halves
{
    private const int ShortestHalf = 40;
    private const int LargestGap = 9; // numbers that may be missing between two clauses

    public static List<RawLine> Join(List<RawLine> paragraphs, ICollection<string> notes)
    {
        var lines = paragraphs.Where(line => !line.IsBlank).ToList();
        var isBulletDecoration =
            lines.Count(line => line.Marker is { Kind: MarkerKind.Number, WasBulleted: true }) >= 2;
        var remaining = Counted(lines);
        var joined = new List<RawLine>();
        var last = "";
        for (var at = 0; at < lines.Count; at++)
        {
            var (line, marker) = (lines[at], lines[at].Marker);
            remaining[marker.Number]--;
            if (
                joined.Count > 0
                && joined[^1] is { Row: null } alone
                && alone.Marker is { Kind: MarkerKind.Number, Text: "" }
                && line.Row is null
            )
            {
                // The number stood on a line of its own.
                joined[^1] = line with { Text = $"{alone.Text.TrimEnd()} {line.Text.Trim()}" };
                continue;
            }

            var isInside =
                joined.Count > 0
                && (
                    IsSecondHalf(joined[^1], line)
                    || IsNumberInside(joined[^1], line, last, remaining[marker.Number] > 0)
                    || (
                        isBulletDecoration
                        && IsDecoratedHalf(joined[^1], line, at + 1 < lines.Count ? lines[at + 1] : null)
                    )
                );
            if (isInside)
            {
                var rest = marker.Kind == MarkerKind.Number ? line.Text.Trim() : marker.Text;
                notes.Add($"a sentence torn in two was joined: \"... {Tail(joined[^1].Text)} | {Head(rest)} ...\"");
                joined[^1] = joined[^1] with { Text = Wrapping.Join(joined[^1].Text.TrimEnd(), rest) };
                continue;
            }

            joined.Add(line);
            last = marker.Kind == MarkerKind.Number ? marker.Number : last;
        }

        return joined;
    }

    /// <summary>Whether a line stops in the middle of a sentence for certain.</summary>
    public static bool IsTorn(RawLine line) =>
        line.HeadingLevel == 0
        && line.Row is null
        && !Wrapping.EndsSentence(line.Text)
        && (
            line.Marker.Text.Length >= ShortestHalf
            || Dangling().IsMatch(line.Text.TrimEnd())
            || Obliges().IsMatch(line.Text)
        );

    /// <summary>Whether a text cannot be a heading, since it stops in the middle of a sentence or says what must
    /// be.</summary>
    public static bool IsPiece(string text) =>
        !Wrapping.EndsSentence(text) && (Dangling().IsMatch(text.TrimEnd()) || Obliges().IsMatch(text));

    private static Dictionary<string, int> Counted(List<RawLine> lines) =>
        lines
            .GroupBy(line => line.Marker.Number, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private static bool IsSecondHalf(RawLine first, RawLine second) =>
        IsOpen(first, second)
        && second.Marker.Kind == MarkerKind.None
        && (
            Wrapping.StartsLower(second.Text)
                ? IsTorn(first)
                    || first.Marker.Kind == MarkerKind.Number
                    || (second.IsAfterPage && first.Marker.Text.Contains(' ', StringComparison.Ordinal))
            : StartsWithNumber(second.Text) ? IsTorn(first)
            : second.IsAfterPage
                && IsTorn(first)
                && (first.Marker.Text.Length >= ShortestHalf || !Marker.LooksLikeHeading(second.Text))
        );

    // "in" / "1.2 million copies"
    private static bool StartsWithNumber(string text) =>
        text.TrimStart() is [var first, ..] && char.IsAsciiDigit(first);

    // In a document where each paragraph has a bullet, even those with numbers, a bullet says nothing.
    private static bool IsDecoratedHalf(RawLine first, RawLine second, RawLine? third) =>
        IsOpen(first, second)
        && first.Marker is { Kind: MarkerKind.Number, WasBulleted: true, Text.Length: >= ShortestHalf }
        && second.Marker is { Kind: MarkerKind.Bullet, Label: "" }
        && second.Depth <= first.Depth
        && Wrapping.StartsLower(second.Marker.Text)
        && !(third?.Marker is { Kind: MarkerKind.Bullet } other && Wrapping.StartsLower(other.Text));

    // "In 2025 there were" / "1.2 million reports": a number is one of a clause only where it can follow the one
    // before.
    private static bool IsNumberInside(RawLine first, RawLine second, string last, bool comesAgain)
    {
        var marker = second.Marker;
        if (marker.Kind != MarkerKind.Number || marker.WasBulleted || marker.Text.Length == 0 || !IsOpen(first, second))
        {
            return false;
        }

        var isPlain = marker.Label == marker.Number; // "1.2", and neither "1." nor "1)"
        return Wrapping.StartsLower(marker.Text)
            ? isPlain
                && (
                    !Follows(last, marker.Number, 1)
                    || (comesAgain && marker.Number.Contains('.', StringComparison.Ordinal))
                )
            : IsTorn(first) && isPlain && last.Length > 0 && !Follows(last, marker.Number, LargestGap);
    }

    private static bool IsOpen(RawLine first, RawLine second) =>
        first is { HeadingLevel: 0, Row: null }
        && second is { HeadingLevel: 0, Row: null, IsWhole: false }
        && !Wrapping.EndsSentence(first.Text);

    // After 1.2 comes 1.3, 1.2.1 or 2; a few may have been lost.
    private static bool Follows(string last, string number, int gap)
    {
        if (last.Length == 0)
        {
            return true;
        }

        var (before, after) = (Numbers(last), Numbers(number));
        var same = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return same == before.Length
            ? after.Length > same && after[same] <= gap
            : same < after.Length
                && after[same] > before[same]
                && after[same] <= before[same] + gap
                && after.Skip(same + 1).All(part => part <= gap);
    }

    private static int[] Numbers(string number) =>
        [.. number.Split('.').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];

    private static string Tail(string text) => text.Length <= 25 ? text : text[^25..];

    private static string Head(string text) => text.Length <= 25 ? text : text[..25];

    [GeneratedRegex(
        @"\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|nor|not|but|that|which|who|their|any|all|every|no|"
            + @"when|where|if|unless|under|over|about|into|as|is|are|was|were|be|been|has|have|had|will|can|may|"
            + @"such|this|these|those|our|its)$|,$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Dangling();

    [GeneratedRegex(
        @"\b(?:must|should|shall|may not|do not|will not|cannot|are (?:not|expected|required|encouraged|advised|"
            + @"permitted|allowed|responsible))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Obliges();
}
