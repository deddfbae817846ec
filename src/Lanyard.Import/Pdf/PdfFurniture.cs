using System.Text.RegularExpressions;

namespace Lanyard.Import.Pdf;

/// <summary>Takes away what belongs to the pages of a PDF: running heads and feet, page numbers.</summary>
internal static partial class PdfFurniture
{
    private const double Margin = 0.1; // of the height of a page
    private const int Edge = 3; // lines at the top and bottom that may be running heads

    /// <summary>Removes them from the pages, and says what they were.</summary>
    public static List<string> Remove(List<PdfPage> pages)
    {
        var repeated = pages
            .SelectMany(page => Edges(page).Select(segment => Shape(segment.Text)).Distinct())
            .GroupBy(shape => shape, StringComparer.Ordinal)
            .Where(group => group.Count() >= 2 && group.Count() * 2 >= pages.Count)
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        var body = BodySize(pages);
        var removed = new List<string>();
        foreach (var page in pages)
        {
            var edges = Edges(page).ToHashSet();
            var gone = page
                .Segments.Where(segment =>
                    edges.Contains(segment)
                    && (
                        repeated.Contains(Shape(segment.Text))
                        || (
                            IsInMargin(page, segment)
                            && (PageNumber().IsMatch(segment.Text) || IsAlone(page, segment, body))
                        )
                    )
                )
                .ToList();
            removed.AddRange(gone.Select(segment => segment.Text));
            page.Segments.RemoveAll(gone.Contains);
        }

        return removed;
    }

    /// <summary>The size that most letters of a document have.</summary>
    public static double BodySize(List<PdfPage> pages) =>
        pages
            .SelectMany(page => page.Segments)
            .GroupBy(segment => Math.Round(segment.Size * 2) / 2)
            .OrderByDescending(group => group.Sum(segment => segment.Text.Length))
            .Select(group => group.Key)
            .FirstOrDefault(10);

    private static List<PdfSegment> Edges(PdfPage page)
    {
        var heights = page.Segments.Select(segment => segment.Base).Distinct().OrderDescending().ToList();
        var (top, bottom) = (
            heights.Take(Edge).LastOrDefault(double.MaxValue),
            heights.TakeLast(Edge).FirstOrDefault(double.MinValue)
        );
        return [.. page.Segments.Where(segment => segment.Base >= top || segment.Base <= bottom)];
    }

    private static bool IsInMargin(PdfPage page, PdfSegment segment) =>
        segment.Base > page.Height * (1 - Margin) || segment.Base < page.Height * Margin;

    // A head or foot that stands apart from the text and is no larger than it, though there is but one page.
    private static bool IsAlone(PdfPage page, PdfSegment segment, double body) =>
        segment.Size < body - 0.4
        && page.Segments.TrueForAll(other =>
            Math.Abs(other.Base - segment.Base) is < 1 or > 24 || IsInMargin(page, other)
        )
        && page.Segments.Exists(other => !IsInMargin(page, other));

    private static string Shape(string text) => Digits().Replace(text, "#");

    [GeneratedRegex(
        @"^\s*(?:[-–—|]\s*)?(?:page\s*)?[0-9]{1,3}(?:\s*(?:of|/)\s*[0-9]{1,3})?(?:\s*[-–—|])?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex PageNumber();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Digits();
}
