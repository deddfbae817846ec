using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace Lanyard.Import.Pdf;

/// <summary>A page of a PDF: what stands on it, and the rules that are drawn.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Height">Its height in points.</param>
/// <param name="Segments">What stands on it, from the top down and from left to right.</param>
/// <param name="Aslant">Text that does not run across the page.</param>
/// <param name="Rules">The lines and boxes that are drawn: left, bottom, right, top.</param>
internal sealed record PdfPage(
    int Number,
    double Height,
    List<PdfSegment> Segments,
    List<string> Aslant,
    List<(double Left, double Bottom, double Right, double Top)> Rules
)
{
    private const double WidestSpace = 1.6; // of the size of the letters: a wider gap is one between columns or cells
    private const double WidestAfterMark = 60; // points between a bullet or a number and its text
    private const int MostRules = 5_000;

    public static PdfPage Of(Page page)
    {
        var words = page.GetWords(NearestNeighbourWordExtractor.Instance)
            .Where(word => !string.IsNullOrWhiteSpace(word.Text))
            .ToList();
        var level = words.Where(word => word.TextOrientation is TextOrientation.Horizontal).ToList();
        var aslant = words
            .Where(word => word.TextOrientation is not TextOrientation.Horizontal)
            .Select(word => Clean(word.Text))
            .ToList();
        var segments = Lines(level).SelectMany(Segmented).ToList();
        return new(
            page.Number,
            page.Height,
            segments,
            aslant,
            [
                .. page
                    .Paths.Take(MostRules)
                    .Select(path => path.GetBoundingRectangle())
                    .OfType<PdfRectangle>()
                    .Select(box => (box.Left, box.Bottom, box.Right, box.Top)),
            ]
        );
    }

    private static double BaseOf(Word word) => word.Letters[0].StartBaseLine.Y;

    private static double SizeOf(Word word) => Math.Clamp(word.Letters.Max(letter => letter.PointSize), 1, 200);

    // Words whose feet stand at one height; a raised figure of a footnote is one of them.
    private static List<List<Word>> Lines(List<Word> words)
    {
        var lines = new List<List<Word>>();
        foreach (var word in words.OrderByDescending(BaseOf).ThenBy(word => word.BoundingBox.Left))
        {
            var isSame =
                lines.Count > 0
                && Math.Abs(BaseOf(lines[^1][0]) - BaseOf(word)) < 0.4 * Math.Max(SizeOf(lines[^1][0]), SizeOf(word));
            if (isSame)
            {
                lines[^1].Add(word);
            }
            else
            {
                lines.Add([word]);
            }
        }

        return lines;
    }

    private static IEnumerable<PdfSegment> Segmented(List<Word> line)
    {
        var segments = new List<PdfSegment>();
        foreach (var word in line.OrderBy(word => word.BoundingBox.Left))
        {
            var (box, isBold) = (
                word.BoundingBox,
                word.FontName?.Contains("bold", StringComparison.OrdinalIgnoreCase) == true
                    || word.FontName?.Contains("black", StringComparison.OrdinalIgnoreCase) == true
            );
            var next = new PdfSegment(
                Clean(word.Text),
                box.Left,
                box.Right,
                BaseOf(word),
                SizeOf(word),
                isBold,
                box.Right - box.Left
            );
            var gap = segments.Count == 0 ? double.MaxValue : next.Left - segments[^1].Right;
            var isNear =
                segments.Count > 0 && (gap < WidestSpace * next.Size || (segments[^1].IsMark && gap < WidestAfterMark));
            if (isNear)
            {
                segments[^1] = segments[^1].With(next);
            }
            else
            {
                segments.Add(next);
            }
        }

        return segments;
    }

    private static string Clean(string text) =>
        Symbols.Plain(
            new([
                .. text.Where(letter => letter is not ('\u00AD' or '\u200B' or '\uFEFF' or '\0'))
                    .Select(letter => char.IsControl(letter) || letter == '\u00A0' ? ' ' : letter),
            ])
        );
}
