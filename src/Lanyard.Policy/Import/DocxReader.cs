using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Lanyard.Policy.Import;

/// <summary>Reads the paragraphs and tables of a DOCX file; headers, footers and pictures are left out.</summary>
internal static class DocxReader
{
    private const long LargestPart = 32 * 1024 * 1024;
    private const int MostParts = 2_000;

    public static (List<RawLine> Lines, string? Problem) Read(ReadOnlyMemory<byte> bytes)
    {
        const string Damaged = "This DOCX file is damaged. Open it in a word processor, save it again, and try once more.";
        try
        {
            if (!IsHarmless(bytes))
            {
                return ([], $"This file unpacks to far more than a document holds (over {LargestPart / 1024 / 1024} MB), so it was not opened.");
            }

            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            using var document = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = LargestPart });
            return document.MainDocumentPart?.Document?.Body is { } body
                ? (new DocxBody(document.MainDocumentPart).Read(body), null)
                : ([], Damaged);
        }
        catch (Exception problem) when (problem is InvalidDataException or OpenXmlPackageException or XmlException or FileFormatException
            or IOException or ArgumentException or FormatException or InvalidOperationException or NotSupportedException or KeyNotFoundException or IndexOutOfRangeException or NullReferenceException or InvalidCastException or OverflowException or UriFormatException)
        {
            // A damaged package fails in any of these ways inside the library; for the person it is one and the same.
            return ([], Damaged);
        }
    }

    // What a part claims to unpack to may be a lie, so it is unpacked and counted.
    private static bool IsHarmless(ReadOnlyMemory<byte> bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Count > MostParts)
        {
            return false;
        }

        var buffer = new byte[81920];
        var total = 0L;
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            using var part = entry.Open();
            for (var read = part.Read(buffer); read > 0; read = part.Read(buffer))
            {
                total += read;
                if (total > LargestPart)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
