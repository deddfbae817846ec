using System.IO.Compression;
using Lanyard.Workflows.People.Import;

namespace Lanyard.Web.Features.People.ImportPeople;

/// <summary>Reads an uploaded file of people: a CSV file, or a OneRoster bundle. An upload is hostile until it has been read; nothing of it is ever written to a file.</summary>
public static class UploadReader
{
    private const int MostBytes = 8 * 1024 * 1024;
    private const int MostUnpacked = 64 * 1024 * 1024;
    private const int MostEntries = 200;
    private const int LongestName = 100;

    /// <summary>The tables of a file, or why it has none.</summary>
    public static async Task<PeopleFile> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        if (file.Length is 0 or > MostBytes)
        {
            return PeopleFile.Refused(
                file.Length == 0 ? "The file is empty" : "The file must be smaller than 8 megabytes");
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        var content = bytes.ToArray();
        if (content.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return await BundleAsync(content, cancel);
        }

        var (table, problem) = CsvReading.Read(NameOf(file), content);
        return table is null ? PeopleFile.Refused(problem!) : new([table], IsBundle: false); // there is one of the two
    }

    private static async Task<PeopleFile> BundleAsync(byte[] content, CancellationToken cancel)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostEntries)
            {
                return PeopleFile.Refused("The bundle holds too many files. Choose a OneRoster bundle");
            }

            var tables = new List<CsvTable>();
            var left = MostUnpacked;
            foreach (var entry in zip.Entries.Where(entry => OneRosterBundle.Files.Contains(Name(entry))))
            {
                if (tables.Any(table => table.Name == Name(entry)))
                {
                    return PeopleFile.Refused($"The bundle holds {Name(entry)} twice");
                }

                if (await UnpackAsync(entry, left, cancel) is not { } unpacked)
                {
                    return PeopleFile.Refused(
                        "The bundle is too large once it is unpacked. Export one school at a time");
                }

                left -= unpacked.Length;
                var (table, problem) = CsvReading.Read(Name(entry), unpacked);
                if (table is null)
                {
                    return PeopleFile.Refused(problem!); // there is one of the two
                }

                tables.Add(table);
            }

            return new(tables, IsBundle: true);
        }
        catch (InvalidDataException)
        {
            return PeopleFile.Refused("The bundle is damaged. Export it again, then try once more");
        }
    }

    // What a bundle says about the length of a file is not believed; and only the last part of a path counts.
    private static async Task<byte[]?> UnpackAsync(ZipArchiveEntry entry, int most, CancellationToken cancel)
    {
        await using var packed = await entry.OpenAsync(cancel);
        using var unpacked = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await packed.ReadAsync(buffer, cancel)) > 0)
        {
            if (unpacked.Length + read > most)
            {
                return null;
            }

            unpacked.Write(buffer, 0, read);
        }

        return unpacked.ToArray();
    }

    // As the person knows it; what a browser sends may be a whole path, and as long as it likes.
    private static string NameOf(IFormFile file) => Path.GetFileName(file.FileName.Replace('\\', '/')) is { Length: > 0 and <= LongestName } name ? name : "The file";

    private static string Name(ZipArchiveEntry entry) => entry.Name.ToLowerInvariant();
}
