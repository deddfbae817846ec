using System.IO.Compression;
using System.Text;

namespace Lanyard.Web.Tests.Features.People;

/// <summary>Uploads files of people by the page.</summary>
internal static class Uploads
{
    public static Task UploadAsync(this Visitor visitor, string content, bool withLeavers = false) =>
        visitor.UploadAsync("people.csv", Encoding.UTF8.GetBytes(content), withLeavers);

    public static async Task UploadAsync(this Visitor visitor, string name, byte[] content, bool withLeavers = false)
    {
        await visitor.OpenAsync("/people/import");
        visitor.Choose("Your file", name, content);
        visitor.Tick("Record that people who are missing from the file have left", withLeavers);
        await visitor.PressAsync("Show what it would change");
    }

    public static async Task ImportAsync(this Visitor visitor, string content)
    {
        await visitor.UploadAsync(content);
        await visitor.PressAsync("Import");
    }

    public static byte[] Zip(params (string Name, string Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in files)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }
}
