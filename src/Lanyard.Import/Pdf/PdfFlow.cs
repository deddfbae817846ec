using System.Collections.Immutable;

namespace Lanyard.Import.Pdf;

/// <summary>Puts what stands on the pages of a PDF into the order in which it is read.</summary>
internal sealed class PdfFlow
{
    private readonly List<PdfPage> _pages;
    private readonly List<string> _notes;
    private readonly double _body;
    private readonly List<double> _headings; // the sizes that are larger than the text, largest first
    private int _tables;

    public PdfFlow(List<PdfPage> pages, List<string> notes)
    {
        (_pages, _notes, _body) = (pages, notes, PdfFurniture.BodySize(pages));
        _headings =
        [
            .. pages
                .SelectMany(page => page.Segments)
                .Select(segment => Math.Round(segment.Size * 2) / 2)
                .Where(size => size > _body * 1.1)
                .Distinct()
                .OrderDescending()
                .Take(4),
        ];
    }

    public List<RawLine> Lines()
    {
        var lines = new List<RawLine>();
        foreach (var page in _pages)
        {
            var isFirst = true;
            foreach (var line in PdfBand.Of(page.Segments).SelectMany(band => Band(page, band)))
            {
                lines.Add(line with { IsAfterPage = line.IsAfterPage || (isFirst && lines.Count > 0) });
                isFirst = false;
            }
        }

        return lines;
    }

    private IEnumerable<RawLine> Band(PdfPage page, PdfBand band)
    {
        if (band.Gutters.Count == 0)
        {
            return Paragraphs(band.Segments);
        }

        var (strips, below) = PdfLayout.Parted(page, band);
        if (below.Count > 0)
        {
            return
            [
                .. Band(page, band with { Segments = [.. strips.SelectMany(strip => strip)] }),
                .. Paragraphs(below),
            ];
        }

        if (strips.Count == 1 || PdfLayout.IsTable(page, band))
        {
            return Table(page, band, strips);
        }

        var columns = band.Columns();
        _notes.Add(
            PdfLayout.IsCertain(band)
                ? $"page {page.Number} was read in {columns.Count} columns, one after the other"
                : $"the order of page {page.Number} could not be told for certain; it was read column by column: "
                    + $"compare it with the document"
        );
        return columns.SelectMany(
            (column, at) => Paragraphs(column).Select((line, first) => line with { IsAfterPage = at > 0 && first == 0 })
        );
    }

    private IEnumerable<RawLine> Table(PdfPage page, PdfBand band, List<List<PdfSegment>> strips)
    {
        var number = ++_tables;
        foreach (var row in PdfLayout.Rows(page, band, strips))
        {
            var cells = new PdfBand(row, band.Gutters).Columns();
            if (cells.Count(cell => cell.Count > 0) == 1 && Paragraphs(row) is [{ HeadingLevel: > 0 } heading])
            {
                number = ++_tables; // a heading between two tables
                yield return heading;
                continue;
            }

            yield return new("")
            {
                IsWhole = true,
                Row = new(
                    number,
                    [
                        .. cells.Select(cell =>
                            cell.Count == 0
                                ? ImmutableArray<RawLine>.Empty
                                : [.. Paragraphs(cell).Select(line => line with { HeadingLevel = 0 })]
                        ),
                    ]
                ),
            };
        }
    }

    // A line goes on with the one above it where its first word would not have fitted there.
    private List<RawLine> Paragraphs(List<PdfSegment> column)
    {
        var lines = PdfBand
            .Strips(column)
            .Select(strip => strip.Aggregate((first, second) => first.With(second)))
            .ToList();
        var edge = lines.Count == 0 ? 0 : lines.Max(line => line.Right);
        var start = lines.Count == 0 ? 0 : lines.Min(line => line.Left);
        var spacing = Spacing(lines);
        var paragraphs = new List<(List<PdfSegment> Lines, RawLine Line)>();
        foreach (var line in lines)
        {
            if (
                paragraphs.Count > 0
                && !IsOutside(paragraphs[^1].Lines[0], line)
                && GoesOn(paragraphs[^1].Lines[^1], paragraphs[^1].Line, line, edge, spacing)
            )
            {
                var (before, text) = paragraphs[^1];
                before.Add(line);
                paragraphs[^1] = (
                    before,
                    text with
                    {
                        Text = Wrapping.Join(text.Text, line.Text),
                        HeadingLevel = Level(before),
                    }
                );
            }
            else
            {
                paragraphs.Add(([line], new(line.Text, Level([line])) { Depth = (int)Math.Round(line.Left - start) }));
            }
        }

        return
        [
            .. paragraphs.Select(paragraph =>
                Halves.IsPiece(paragraph.Line.Text) ? paragraph.Line with { HeadingLevel = 0 } : paragraph.Line
            ),
        ];
    }

    // What stands further left than a bullet is none of its item.
    private static bool IsOutside(PdfSegment first, PdfSegment line) =>
        line.Left < first.Left - 2 && Marker.Of(first.Text).Kind != MarkerKind.None;

    private static bool GoesOn(PdfSegment above, RawLine paragraph, PdfSegment line, double edge, double spacing)
    {
        if (
            Math.Abs(above.Size - line.Size) > 0.12 * above.Size
            || above.Base - line.Base > 1.5 * Math.Max(spacing, line.Size)
            || (Marker.Of(line.Text).Kind != MarkerKind.None && !IsMidSentence(above, line))
        )
        {
            return false;
        }

        var isFull = above.Right + (0.25 * line.Size) + line.FirstWord > edge - 1;
        return Wrapping.StartsLower(line.Text) || (char.IsAsciiDigit(line.Text[0]) && Halves.IsPiece(paragraph.Text))
            ? !paragraph.Text.EndsWith(';') && (isFull || !Wrapping.EndsSentence(paragraph.Text))
            : isFull
                && above.IsBold == line.IsBold
                && !(above.Right - above.Left < 0.5 * (edge - above.Left) && Wrapping.EndsSentence(above.Text));
    }

    // "12 weeks" may begin a line without being a number of a clause; its line then stands as far left as the one
    // above.
    private static bool IsMidSentence(PdfSegment above, PdfSegment line) =>
        Marker.Of(line.Text) is { Kind: MarkerKind.Number } marker
        && marker.Label == marker.Number
        && Wrapping.StartsLower(marker.Text)
        && !Wrapping.EndsSentence(above.Text);

    private static double Spacing(List<PdfSegment> lines)
    {
        var gaps = lines
            .Zip(lines.Skip(1))
            .Where(pair => Math.Abs(pair.First.Size - pair.Second.Size) < 1)
            .Select(pair => pair.First.Base - pair.Second.Base)
            .Where(gap => gap > 1)
            .Order()
            .ToList();
        return gaps.Count == 0 ? 0 : Math.Min(gaps[gaps.Count / 3], 2 * lines[0].Size);
    }

    private int Level(List<PdfSegment> lines)
    {
        var text = string.Join(' ', lines.Select(line => line.Text));
        var size = Math.Round(lines.Max(line => line.Size) * 2) / 2;
        var isShort = text.Split(' ').Length <= 14 && text.TrimEnd() is not [.., '.' or ';' or ',' or ':'];
        return !isShort || Marker.Of(text).Kind is MarkerKind.Bullet or MarkerKind.Letter || !text.Any(char.IsLetter)
                ? 0
            : size > _body * 1.1 ? Math.Max(1, _headings.IndexOf(size) + 1)
            : lines.TrueForAll(line => line.IsBold)
            && text.Split(' ').Length <= 10
            && !Wrapping.StartsLower(Marker.Of(text).Text)
                ? 3
            : 0;
    }
}
