using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Lanyard.Import;

/// <summary>Reads the text of a DOCX file; headers, footers, comments and pictures are left out.</summary>
internal static class DocxReader
{
    public static (List<RawLine> Lines, List<string> Notes, string? Problem) Read(ReadOnlyMemory<byte> bytes)
    {
        const string Damaged = "This DOCX file is damaged. Open it in a word processor, save it again, and try once more.";
        try
        {
            if (DocxSafety.Problem(bytes) is { } problem)
            {
                return ([], [], problem);
            }

            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            using var document = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = DocxSafety.LargestPart });
            if (document.MainDocumentPart?.Document?.Body is not { } body)
            {
                return ([], [], Damaged);
            }

            var reader = new DocxBody(document.MainDocumentPart);
            return (reader.Read(body), [.. reader.Notes], null);
        }
        catch (TextTooLongException)
        {
            return ([], [], PolicyImport.TooLong);
        }
        catch (Exception problem) when (problem is InvalidDataException or OpenXmlPackageException or XmlException or FileFormatException
            or IOException or ArgumentException or FormatException or InvalidOperationException or NotSupportedException or KeyNotFoundException or IndexOutOfRangeException or NullReferenceException or InvalidCastException or OverflowException or UriFormatException)
        {
            // A damaged package fails in any of these ways inside the library; for the person it is one and the same.
            return ([], [], Damaged);
        }
    }
}
