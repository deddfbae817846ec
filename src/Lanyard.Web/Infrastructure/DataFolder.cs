using Lanyard.Records;
using Lanyard.Records.Sealing;
using Lanyard.Records.Sqlite;

namespace Lanyard.Web.Infrastructure;

/// <summary>The folder that holds everything of an installation: the records, the keys, the settings.</summary>
/// <param name="path">The folder.</param>
public sealed class DataFolder(string path)
{
    /// <summary>The file of the records.</summary>
    public string Records => Path.Combine(path, "lanyard.db");

    /// <summary>The folder of the keys that protect cookies and forms.</summary>
    public string ProtectionKeys => Path.Combine(path, "protection");

    private string MasterKeyFile => Path.Combine(path, "master.key");

    /// <summary>Whether anything is there yet.</summary>
    public bool Exists => File.Exists(Records);

    /// <summary>Opens the record book, and makes the folder, the file and the master key if they are not there.</summary>
    /// <exception cref="InvalidOperationException">There are records, but not the key to what is sealed in them.</exception>
    public async Task<RecordBook> OpenAsync(TimeProvider clock, CancellationToken cancel)
    {
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Directory.CreateDirectory(path);
        if (!File.Exists(MasterKeyFile))
        {
            if (Exists)
            {
                throw new InvalidOperationException($"{Records} is there, but {MasterKeyFile} is not: what is sealed in the records cannot be read without it. Put the key back from where you keep it.");
            }

            await WriteKeyAsync(MasterKey.NewBytes(), cancel);
        }

        var key = Convert.FromBase64String(await File.ReadAllTextAsync(MasterKeyFile, cancel));
        return new(await SqliteRecordStore.OpenAsync(Records, cancel), new MasterKey(key), clock);
    }

    // Written whole under another name first: half a key would lose everything sealed under it.
    private async Task WriteKeyAsync(byte[] key, CancellationToken cancel)
    {
        var unfinished = MasterKeyFile + ".unfinished";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var file = new FileStream(unfinished, options))
        {
            await file.WriteAsync(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(key)), cancel);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, MasterKeyFile);
    }
}
