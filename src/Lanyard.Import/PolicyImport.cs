using System.Globalization;

namespace Lanyard.Import;

/// <summary>Brings in a school's own document as it comes: text, Markdown, DOCX, or the text of a PDF.</summary>
public static class PolicyImport
{
    /// <summary>How much text a document may have, in letters.</summary>
    public const int LongestText = 1_000_000;

    private const int LargestFile = 32 * 1024 * 1024;
    private const int MostLines = 50_000;
    private const int LongestLine = 100_000;

    internal static string TooLong { get; } = $"The document has more than {LongestText.ToString("N0", CultureInfo.InvariantCulture)} characters, which no policy has. Is it the right file?";

    /// <summary>Reads a document. Its format is told by its content, not by its name.</summary>
    /// <param name="bytes">The file.</param>
    public static ImportResult Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > LargestFile)
        {
            return Problem($"The file is larger than {LargestFile / 1024 / 1024} MB. Save the text alone, without pictures, and try again.");
        }

        if (bytes.Span.StartsWith("%PDF"u8))
        {
            return Problem("This is a PDF. Its text has to be taken out of it first; `lanyard import` does so if the program pdftotext is installed (Debian: poppler-utils).");
        }

        if (bytes.Span.StartsWith("PK"u8))
        {
            var (paragraphs, notes, problem) = DocxReader.Read(bytes);
            return problem is null ? Understand(paragraphs, isWrapped: false, notes) : Problem(problem);
        }

        if (bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return Problem("This is a document of an old kind (.doc). Save it as .docx and try again.");
        }

        return TextDecoder.Decode(bytes.Span) is { } text
            ? ReadText(text)
            : Problem("This is neither text, nor Markdown, nor a DOCX file, nor a PDF. Save the document as one of these and try again.");
    }

    /// <summary>Reads the text that was taken out of a PDF, its pages ended by form feeds and its lines wrapped.</summary>
    public static ImportResult ReadPdfText(string text) => ReadText(text, isPdf: true);

    private static ImportResult ReadText(string text, bool isPdf = false)
    {
        if (text.Split('\n').Sum(line => (long)line.Trim().Length) > LongestText)
        {
            return Problem(TooLong);
        }

        if (text.Split('\n').Take(MostLines).Any(line => line.Length > LongestLine))
        {
            return Problem($"A line of the file is longer than {LongestLine} characters, which no paragraph of a policy is. Is it the right file?");
        }

        var lines = PageFurniture.Remove(text, out var dropped);
        var isWrapped = isPdf || Wrapping.IsWrapped(lines);
        return Understand(lines, isWrapped, dropped);
    }

    private static ImportResult Understand(List<RawLine> lines, bool isWrapped, IEnumerable<string>? notes = null)
    {
        if (lines.Count > MostLines)
        {
            return Problem($"The document has more than {MostLines} lines, which no policy has. Is it the right file?");
        }

        if (lines.Sum(line => (long)line.Text.Length) > LongestText)
        {
            return Problem(TooLong);
        }

        if (lines.All(line => line.IsBlank))
        {
            return Problem("There is no text in this document. If it is a scan, it has to be read by text recognition first.");
        }

        return new(new Outline(Wrapping.Paragraphs(lines, isWrapped), notes ?? []).Read(), null);
    }

    private static ImportResult Problem(string problem) => new(null, problem);
}
