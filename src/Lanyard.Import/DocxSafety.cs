using System.IO.Compression;
using System.Xml;

namespace Lanyard.Import;

/// <summary>Looks at a DOCX package before anything is built from it: it may unpack to gigabytes, or nest until the
/// stack ends.</summary>
internal static class DocxSafety
{
    /// <summary>The most characters that a part may have.</summary>
    public const long LargestPart = 32 * 1024 * 1024;

    private const int MostParts = 2_000;
    private const int DeepestNesting = 256;

    /// <summary>What keeps the package from being opened, or <see langword="null"/>.</summary>
    public static string? Problem(ReadOnlyMemory<byte> bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Count > MostParts || !IsSmall(zip))
        {
            return $"This file unpacks to far more than a document holds (over {LargestPart / 1024 / 1024} MB), so "
                + $"it was not opened.";
        }

        return zip.Entries.Any(IsTooDeep)
            ? $"This file is nested more deeply than a document is (over {DeepestNesting} levels), so it was not "
                + $"opened. Copy its text into a new document, save that, and try once more."
            : null;
    }

    // What a part claims to unpack to may be a lie, so it is unpacked and counted.
    private static bool IsSmall(ZipArchive zip)
    {
        var buffer = new byte[81920];
        var total = 0L;
        foreach (
            var entry in zip.Entries.Where(entry =>
                entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
            )
        )
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

    // Read as a stream, which takes no stack however deep it goes. Every entry is looked at: a part may have any name.
    private static bool IsTooDeep(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        try
        {
            using var reader = XmlReader.Create(
                part,
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = LargestPart }
            );
            while (reader.Read())
            {
                if (reader.Depth > DeepestNesting)
                {
                    return true;
                }
            }
        }
        catch (Exception problem) when (problem is XmlException or InvalidDataException)
        {
            return false; // a picture, or damaged from here on: whoever reads it stops at the same place
        }

        return false;
    }
}
