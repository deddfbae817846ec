using System.Globalization;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;

namespace Lanyard.Import.Pdf;

/// <summary>Reads the text of a PDF: columns one after the other, tables cell by cell, paragraphs whole.</summary>
internal static class PdfReader
{
    private const int MostPages = 1_000;

    public static (List<RawLine> Lines, List<string> Notes, string? Problem) Read(ReadOnlyMemory<byte> bytes)
    {
        const string Damaged = "This PDF is damaged. Open it, save it again, and try once more.";
        try
        {
            using var document = PdfDocument.Open(
                bytes.ToArray(),
                new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true }
            );
            if (document.NumberOfPages > MostPages)
            {
                return (
                    [],
                    [],
                    $"This PDF has more than {MostPages.ToString("N0", CultureInfo.InvariantCulture)} pages, which "
                        + $"no policy has. Is it the right file?"
                );
            }

            var pages = document.GetPages().Select(PdfPage.Of).ToList();
            return pages.TrueForAll(page => page.Segments.Count == 0)
                ? (
                    [],
                    [],
                    "There is no text in this PDF. If it is a scan, it has to be read by text recognition first."
                )
                : WithNotes(pages);
        }
        catch (PdfDocumentEncryptedException)
        {
            return ([], [], "This PDF is locked. Save it again without a password, and try once more.");
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            // A damaged file fails in any of these ways inside the library; for the person it is one and the same.
            return ([], [], Damaged);
        }
    }

    private static (List<RawLine> Lines, List<string> Notes, string? Problem) WithNotes(List<PdfPage> pages)
    {
        var notes = new List<string>();
        var furniture = PdfFurniture.Remove(pages);
        if (furniture.Count > 0)
        {
            notes.Add(
                $"{furniture.Count} lines of page furniture (running heads, page numbers) were left out: "
                    + $"\"{string.Join(" | ", furniture.Distinct(StringComparer.Ordinal))}\""
            );
        }

        var lines = new PdfFlow(pages, notes).Lines();
        var contents = PageFurniture.RemoveContents(lines);
        if (contents.Count > 0)
        {
            notes.Add($"the contents were left out: \"{string.Join(" | ", contents)}\"");
        }

        foreach (var page in pages.Where(page => page.Aslant.Count > 0))
        {
            notes.Add(
                $"text that does not run across page {page.Number} was left out: \"{string.Join(' ', page.Aslant)}\""
            );
        }

        return (lines, notes, null);
    }

    private static bool IsDamage(Exception problem) =>
        problem
            is PdfDocumentFormatException
                or PdfDocumentStackDepthException
                or InvalidOperationException
                or ArgumentException
                or FormatException
                or NotSupportedException
                or IOException
                or InvalidDataException
                or IndexOutOfRangeException
                or KeyNotFoundException
                or NullReferenceException
                or InvalidCastException
                or OverflowException
                or ArithmeticException;
}
