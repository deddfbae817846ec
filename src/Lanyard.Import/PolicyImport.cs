using System.Globalization;
using Lanyard.Import.Pdf;

namespace Lanyard.Import;

/// <summary>Brings in a school's own document as it comes: text, Markdown, DOCX, PDF, RTF or HTML.</summary>
public static class PolicyImport
{
    /// <summary>How much text a document may have, in letters.</summary>
    public const int LongestText = 1_000_000;

    private const int LargestFile = 32 * 1024 * 1024;
    private const int MostLines = 50_000;
    private const int LongestLine = 100_000;

    internal static string TooLong { get; } =
        $"The document has more than {LongestText.ToString("N0", CultureInfo.InvariantCulture)} characters, which "
            + $"no policy has. Is it the right file?";

    /// <summary>Reads a document. Its format is told by its content, not by its name.</summary>
    /// <param name="bytes">The file.</param>
    public static ImportResult Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > LargestFile)
        {
            return Problem(
                $"The file is larger than {LargestFile / 1024 / 1024} MB. Save the text alone, without pictures, "
                    + $"and try again."
            );
        }

        if (IsPdf(bytes.Span))
        {
            return Understand(PdfReader.Read(bytes));
        }

        if (bytes.Span.StartsWith("PK"u8))
        {
            return OpenDocument(bytes.Span) ?? Understand(DocxReader.Read(bytes));
        }

        if (RtfReader.Is(bytes.Span))
        {
            return Understand(RtfReader.Read(bytes.Span));
        }

        if (bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return Problem("This is a document of an old kind (.doc). Save it as .docx and try again.");
        }

        return TextDecoder.Decode(bytes.Span) is { } text
            ? ReadText(text)
            : Problem(
                "This is neither text, nor Markdown, nor a DOCX, PDF, RTF or HTML file. Save the document as one of "
                    + "these and try again."
            );
    }

    /// <summary>Whether a file is of a kind that only a program of some size can read, so that it is read apart from
    /// ours.</summary>
    internal static bool IsForeign(ReadOnlyMemory<byte> bytes) =>
        IsPdf(bytes.Span)
        || bytes.Span.StartsWith("PK"u8)
        || RtfReader.Is(bytes.Span)
        || (TextDecoder.Decode(bytes.Span) is { } text && (HtmlReader.Is(text) || MarkdownReader.Is(text)));

    // Some programs put a few bytes before the mark.
    private static bool IsPdf(ReadOnlySpan<byte> bytes) =>
        bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) is >= 0 and var at
        && (at == 0 || !bytes[..at].ContainsAnyInRange((byte)'A', (byte)'z'));

    private static ImportResult? OpenDocument(ReadOnlySpan<byte> bytes) =>
        bytes[..Math.Min(bytes.Length, 200)].IndexOf("application/vnd.oasis.opendocument"u8) >= 0
            ? Problem("This is an OpenDocument file (.odt). Save it as .docx and try again.")
            : null;

    private static ImportResult ReadText(string text)
    {
        if (text.Split('\n').Sum(line => (long)line.Trim().Length) > LongestText)
        {
            return Problem(TooLong);
        }

        if (text.Split('\n').Take(MostLines).Any(line => line.Length > LongestLine) && !HtmlReader.Is(text))
        {
            return Problem(
                $"A line of the file is longer than {LongestLine} characters, which no paragraph of a policy is. Is "
                    + $"it the right file?"
            );
        }

        if (HtmlReader.Is(text))
        {
            return Understand(HtmlReader.Read(text));
        }

        if (MarkdownReader.Is(text))
        {
            return Understand(MarkdownReader.Read(text));
        }

        var lines = PageFurniture.Remove(text, out var dropped);
        return Understand(lines, Wrapping.IsWrapped(lines), dropped);
    }

    private static ImportResult Understand((List<RawLine> Lines, List<string> Notes, string? Problem) read) =>
        read.Problem is { } problem ? Problem(problem) : Understand(read.Lines, isWrapped: false, read.Notes);

    private static ImportResult Understand(List<RawLine> lines, bool isWrapped, IEnumerable<string>? notes = null)
    {
        if (lines.Count > MostLines)
        {
            return Problem($"The document has more than {MostLines} lines, which no policy has. Is it the right file?");
        }

        if (
            lines.Sum(line => (long)line.Text.Length + (line.Row?.Texts.Sum(text => (long)text.Length) ?? 0))
            > LongestText
        )
        {
            return Problem(TooLong);
        }

        if (lines.All(line => line.IsBlank))
        {
            return Problem(
                "There is no text in this document. If it is a scan, it has to be read by text recognition first."
            );
        }

        return new(new Outline(Wrapping.Paragraphs(lines, isWrapped), notes ?? []).Read(), null);
    }

    private static ImportResult Problem(string problem) => new(null, problem);
}
