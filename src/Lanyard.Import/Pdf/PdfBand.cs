namespace Lanyard.Import.Pdf;

/// <summary>A stretch of a page that is read from top to bottom: in one piece, in columns, or as a table.</summary>
/// <param name="Segments">What stands in it.</param>
/// <param name="Gutters">Where its columns part; none if it has only one.</param>
internal sealed record PdfBand(List<PdfSegment> Segments, List<double> Gutters)
{
    private const double NarrowestGutter = 8; // points
    private const double WidestSpread = 3; // of the size of the letters

    /// <summary>Parts a page into bands, so that in each the same gaps run from top to bottom.</summary>
    public static List<PdfBand> Of(List<PdfSegment> segments)
    {
        var rows = Strips(segments);
        var bands = new List<PdfBand>();
        for (var at = 0; at < rows.Count; )
        {
            var end = at + 1;
            var gaps = Gaps(rows[at..end]);
            for (
                ;
                end < rows.Count
                    && Narrowed(gaps, rows[end]) is var narrowed
                    && (narrowed.Count > 0) == (gaps.Count > 0);
                end++
            )
            {
                gaps = narrowed;
            }

            bands.Add(
                new([.. rows[at..end].SelectMany(row => row)], [.. gaps.Select(gap => (gap.Left + gap.Right) / 2)])
            );
            at = end;
        }

        return [.. bands.Select(Healed)];
    }

    /// <summary>What stands side by side, from the top down; lines of two columns need not stand at one
    /// height.</summary>
    public static List<List<PdfSegment>> Strips(List<PdfSegment> segments)
    {
        var strips = new List<List<PdfSegment>>();
        foreach (var segment in segments.OrderByDescending(segment => segment.Base))
        {
            if (
                strips.Count > 0
                && strips[^1][0].Base - segment.Base < 0.75 * Math.Max(segment.Size, strips[^1][0].Size)
            )
            {
                strips[^1].Add(segment);
            }
            else
            {
                strips.Add([segment]);
            }
        }

        strips.ForEach(strip => strip.Sort((one, other) => one.Left.CompareTo(other.Left)));
        return strips;
    }

    /// <summary>The segments of each column, from left to right.</summary>
    public List<List<PdfSegment>> Columns()
    {
        var columns = Enumerable.Range(0, Gutters.Count + 1).Select(_ => new List<PdfSegment>()).ToList();
        foreach (var segment in Segments)
        {
            columns[Gutters.Count(gutter => gutter <= segment.Left)].Add(segment);
        }

        return columns;
    }

    private static List<(double Left, double Right)> Gaps(List<List<PdfSegment>> rows) =>
        rows is [{ Count: > 1 } row, ..]
            ?
            [
                .. row.Zip(row.Skip(1))
                    .Select(pair => (pair.First.Right, pair.Second.Left))
                    .Where(gap => gap.Item2 - gap.Item1 >= NarrowestGutter),
            ]
            : [];

    // What is left of the gaps beside another line; a line that stands in one column only leaves them as they are.
    private static List<(double Left, double Right)> Narrowed(
        List<(double Left, double Right)> gaps,
        List<PdfSegment> row
    )
    {
        if (gaps.Count == 0)
        {
            return Gaps([row]);
        }

        var left = new List<(double Left, double Right)>();
        foreach (var gap in gaps)
        {
            var (from, to) = gap;
            foreach (var segment in row.Where(segment => segment.Right > gap.Left && segment.Left < gap.Right))
            {
                var isBefore = segment.Left < gap.Left;
                from = isBefore ? Math.Max(from, segment.Right) : from;
                to = isBefore ? to : Math.Min(to, segment.Left);
            }

            if (to - from >= NarrowestGutter)
            {
                left.Add((from, to));
            }
        }

        return left;
    }

    // One line with a gap in it is no column: its words were only spread to fill the line.
    private static PdfBand Healed(PdfBand band) =>
        band.Gutters.Count > 0
        && Strips(band.Segments) is [var line]
        && line.Zip(line.Skip(1)).All(pair => pair.Second.Left - pair.First.Right < WidestSpread * pair.First.Size)
            ? new([line.Aggregate((first, second) => first.With(second))], [])
            : band;
}
