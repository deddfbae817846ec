using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Lanyard.Import;

/// <summary>Reads the text of a DOCX file; headers, footers, comments and pictures are left out.</summary>
internal static class DocxReader
{
    // What stands at the head and foot of every page, once.
    private static IEnumerable<string> Margins(MainDocumentPart part)
    {
        var texts = part
            .HeaderParts.Select(head => (OpenXmlElement?)head.Header)
            .Concat(part.FooterParts.Select(foot => foot.Footer))
            .SelectMany(margin => margin?.Descendants().Where(element => element.LocalName == "p") ?? [])
            .Select(paragraph =>
                string.Concat(
                        paragraph
                            .Descendants()
                            .Where(element => element.LocalName == "t")
                            .Select(text => text.InnerText)
                    )
                    .Trim()
            )
            .Where(text => text.Any(char.IsLetterOrDigit))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return texts.Count == 0 ? [] : [$"running heads and feet were left out: \"{string.Join(" | ", texts)}\""];
    }

    public static (List<RawLine> Lines, List<string> Notes, string? Problem) Read(ReadOnlyMemory<byte> bytes)
    {
        const string Damaged =
            "This DOCX file is damaged. Open it in a word processor, save it again, and try once more.";
        try
        {
            if (DocxSafety.Problem(bytes) is { } problem)
            {
                return ([], [], problem);
            }

            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            using var document = WordprocessingDocument.Open(
                stream,
                isEditable: false,
                new OpenSettings { MaxCharactersInPart = DocxSafety.LargestPart }
            );
            if (document.MainDocumentPart?.Document?.Body is not { } body)
            {
                return ([], [], Damaged);
            }

            var reader = new DocxBody(document.MainDocumentPart);
            var lines = reader.Read(body);
            var contents = PageFurniture.RemoveContents(lines);
            string[] left =
                contents.Count == 0 ? [] : [$"the contents were left out: \"{string.Join(" | ", contents)}\""];
            return (lines, [.. reader.Notes, .. left, .. Margins(document.MainDocumentPart)], null);
        }
        catch (TextTooLongException)
        {
            return ([], [], PolicyImport.TooLong);
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            // A damaged package fails in any of these ways inside the library; for the person it is one and the same.
            return ([], [], Damaged);
        }
    }

    private static bool IsDamage(Exception problem) =>
        problem
            is InvalidDataException
                or OpenXmlPackageException
                or XmlException
                or FileFormatException
                or IOException
                or ArgumentException
                or FormatException
                or InvalidOperationException
                or NotSupportedException
                or KeyNotFoundException
                or IndexOutOfRangeException
                or NullReferenceException
                or InvalidCastException
                or OverflowException
                or UriFormatException;
}
