using System.Globalization;

namespace Lanyard.Import.Pdf;

/// <summary>Tells a table from columns of text on a page of a PDF.</summary>
internal static class PdfLayout
{
    private const int LongestLabel = 5; // words
    private const int SureLines = 5; // lines of a column that make it one for certain

    /// <summary>Whether what stands side by side belongs together.</summary>
    public static bool IsTable(PdfPage page, PdfBand band)
    {
        var columns = band.Columns();
        if (IsRuled(page, band))
        {
            return true;
        }

        if (IsNumberedOn(columns))
        {
            return false;
        }

        var heads = PdfBand.Strips(band.Segments)[0].Select(segment => segment.Text).ToList();
        return heads.TrueForAll(TableHead.IsForce)
            || columns.Skip(1).Any(column => column.Skip(1).All(segment => TableHead.Mark(segment.Text) is not null))
            || (
                IsLabelled(columns)
                && !columns.SelectMany(column => column).Any(segment => Marker.Of(segment.Text).Kind != MarkerKind.None)
            );
    }

    /// <summary>Whether columns that are no table are columns for certain.</summary>
    public static bool IsCertain(PdfBand band) =>
        band.Columns() is var columns
        && (IsNumberedOn(columns) || columns.TrueForAll(column => column.Count >= SureLines));

    /// <summary>The lines of a band, and what stands below all its columns and is none of them.</summary>
    public static (List<List<PdfSegment>> Strips, List<PdfSegment> Below) Parted(PdfPage page, PdfBand band)
    {
        var strips = PdfBand.Strips(band.Segments);
        var rules = Crossing(page, band);
        var last = strips.FindLastIndex(strip => strip.Count > 1);
        var end = last + 1;
        for (; end < strips.Count && last >= 0; end++)
        {
            var gap = strips[end - 1][0].Base - strips[end][0].Base;
            var isUnderRule = rules.Count > 1 && rules.TrueForAll(rule => rule.Bottom > strips[end][0].Base);
            if (isUnderRule || gap > 2.2 * strips[end][0].Size)
            {
                break;
            }
        }

        return last < 0 ? (strips, []) : (strips[..end], [.. strips[end..].SelectMany(strip => strip)]);
    }

    /// <summary>The segments of each row of a table.</summary>
    public static IEnumerable<List<PdfSegment>> Rows(PdfPage page, PdfBand band, List<List<PdfSegment>> strips)
    {
        var rules = Crossing(page, band).Select(rule => rule.Bottom).ToList();
        var isRuled = rules.Count > 1;
        var row = new List<PdfSegment>();
        for (var at = 0; at < strips.Count; at++)
        {
            if (
                row.Count > 0
                && (
                    isRuled
                        ? rules.Exists(rule =>
                            rule < strips[at - 1][0].Base && rule > strips[at][0].Base + (0.2 * strips[at][0].Size)
                        )
                        : IsNewRow(band, strips, at)
                )
            )
            {
                yield return row;
                row = [];
            }

            row.AddRange(strips[at]);
        }

        yield return row;
    }

    // Without rules, a row begins where its label does, or below a gap.
    private static bool IsNewRow(PdfBand band, List<List<PdfSegment>> strips, int at)
    {
        var gap = strips[at - 1][0].Base - strips[at][0].Base;
        var label = strips[at].Find(segment => band.Gutters.TrueForAll(gutter => segment.Left < gutter));
        return gap > 1.6 * strips[at][0].Size
            || (label is not null && !Wrapping.StartsLower(label.Text))
            || strips[at].TrueForAll(segment => char.IsUpper(segment.Text[0]) && strips[at].Count > band.Gutters.Count);
    }

    private static bool IsRuled(PdfPage page, PdfBand band)
    {
        var (top, bottom) = Extent(band);
        var boxes = page.Rules.Count(rule =>
            rule.Top - rule.Bottom is > 8 and < 200
            && rule.Right - rule.Left > 20
            && rule.Bottom < top
            && rule.Top > bottom
            && band.Gutters.Exists(gutter => Math.Abs(rule.Left - gutter) < 20 || Math.Abs(rule.Right - gutter) < 20)
        );
        return Crossing(page, band).Count > 1 || boxes > 2;
    }

    private static List<(double Left, double Bottom, double Right, double Top)> Crossing(PdfPage page, PdfBand band)
    {
        var (top, bottom) = Extent(band);
        return
        [
            .. page.Rules.Where(rule =>
                rule.Top - rule.Bottom < 3
                && rule.Right - rule.Left > 20
                && rule.Bottom <= top
                && rule.Bottom >= bottom
                && band.Gutters.Exists(gutter => rule.Left < gutter + 8 && rule.Right > gutter - 8)
            ),
        ];
    }

    private static (double Top, double Bottom) Extent(PdfBand band) =>
        (
            band.Segments.Max(segment => segment.Base + (2 * segment.Size)),
            band.Segments.Min(segment => segment.Base - (1.5 * segment.Size))
        );

    // The numbers of the second column go on where those of the first end.
    private static bool IsNumberedOn(List<List<PdfSegment>> columns)
    {
        var numbers = columns
            .Select(column =>
                column
                    .Select(segment => Marker.Of(segment.Text))
                    .Where(marker => marker.Kind == MarkerKind.Number)
                    .Select(marker => marker.Number)
                    .ToList()
            )
            .ToList();
        return numbers.Count(column => column.Count > 0) > 1
            && numbers.Sum(column => column.Count) > 2
            && numbers
                .Zip(numbers.Skip(1))
                .All(pair =>
                    pair.First.Count == 0 || pair.Second.Count == 0 || Major(pair.First[^1]) <= Major(pair.Second[0])
                );
    }

    private static double Major(string number) =>
        number.Split('.') is [var whole, ..]
        && int.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : 0;

    private static bool IsLabelled(List<List<PdfSegment>> columns) =>
        columns[0].Count > 0
        && columns[0]
            .TrueForAll(label =>
                label.Text.Split(' ').Length <= LongestLabel
                && !label.Text.EndsWith('.')
                && columns
                    .Skip(1)
                    .Any(column => column.Exists(segment => Math.Abs(segment.Base - label.Base) < 0.5 * label.Size))
            );
}
