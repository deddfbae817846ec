using System.Text;
using Lanyard.Records.Sealing;

namespace Lanyard.Web.Infrastructure;

/// <summary>The file of the master key. It also says whether the rows and the entries of the records lie sealed, which
/// nobody who can write to the records alone may say.</summary>
/// <param name="path">The file.</param>
public sealed class MasterKeyFile(string path)
{
    /// <summary>Its usual name.</summary>
    public const string UsualName = "master.key";

    private const string RowsAreSealed = "rows-sealed";
    private const string EntriesAreSealed = "entries-sealed";

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>Whether it is there.</summary>
    public bool Exists => File.Exists(path);

    /// <summary>Reads the key.</summary>
    /// <exception cref="InvalidOperationException">It holds something else.</exception>
    public async Task<(byte[] Key, bool AreRowsSealed, bool AreEntriesSealed)> ReadAsync(CancellationToken cancel)
    {
        var lines = await File.ReadAllLinesAsync(path, cancel);
        try
        {
            return (Convert.FromBase64String(lines.FirstOrDefault() ?? ""), lines.Contains(RowsAreSealed),
                lines.Contains(EntriesAreSealed));
        }
        catch (FormatException problem)
        {
            throw new InvalidOperationException($"{path} does not hold a master key. Put the key back from where "
                + "you keep it.", problem);
        }
    }

    /// <summary>Makes a new key, for records that are not there yet.</summary>
    public Task MakeAsync(CancellationToken cancel) => WriteAsync(MasterKey.NewBytes(), cancel);

    /// <summary>Notes that from now on no row lies open, and no entry is without its code and its tree.</summary>
    public async Task NoteAllIsSealedAsync(CancellationToken cancel) =>
        await WriteAsync((await ReadAsync(cancel)).Key, cancel);

    /// <summary>Copies it to where nothing is yet.</summary>
    /// <exception cref="IOException">Something is there.</exception>
    public void CopyTo(string target)
    {
        File.Copy(path, target, overwrite: false);
        OwnerOnly.CloseFile(target);
    }

    // Written whole under another name first: half a key would lose everything sealed under it.
    private async Task WriteAsync(byte[] key, CancellationToken cancel)
    {
        var unfinished = path + ".unfinished";
        await using (var file = OwnerOnly.Open(unfinished, FileMode.Create))
        {
            await file.WriteAsync(Encoding.ASCII.GetBytes($"{Convert.ToBase64String(key)}\n{RowsAreSealed}\n{EntriesAreSealed}\n"),
                cancel);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }
}
