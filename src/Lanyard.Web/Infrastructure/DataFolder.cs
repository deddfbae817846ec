using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Records.Chain;
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
        MakeFolder(path);
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

    /// <summary>Copies the records and the master key into a new folder, as they are at one moment.</summary>
    /// <returns>How far the chain of each organisation went just before.</returns>
    /// <exception cref="IOException">The folder is there already, or there is nothing to copy.</exception>
    public async Task<IReadOnlyList<(OrganisationId Organisation, ChainHead Head)>> BackUpAsync(string target, TimeProvider clock, CancellationToken cancel)
    {
        if (!Exists)
        {
            throw new IOException($"{Records} is not there. Name the folder with --data.");
        }

        if (Directory.Exists(target) || File.Exists(target))
        {
            throw new IOException($"{target} is there already. Choose another name; a backup never overwrites.");
        }

        var book = await OpenAsync(clock, cancel);
        await using (book.Store)
        {
            var heads = new List<(OrganisationId, ChainHead)>();
            foreach (var organisation in (await book.Store.OrganisationsAsync(cancel)).Where(id => id != Installation.Partition))
            {
                heads.Add((organisation, await book.Store.Read(organisation).HeadAsync(cancel)));
            }

            var copy = new DataFolder(target);
            MakeFolder(target);
            await book.Store.BackUpAsync(copy.Records, cancel);
            File.Copy(MasterKeyFile, copy.MasterKeyFile);
            return heads;
        }
    }

    /// <summary>What is broken in the file of the records itself; nothing if it is whole.</summary>
    public Task<IReadOnlyList<string>> DamageAsync(CancellationToken cancel) => SqliteRecordStore.DamageAsync(Records, cancel);

    /// <summary>Puts a backup into this folder, which must hold nothing yet. If the copy is not whole, the folder stays as it was.</summary>
    /// <param name="source">The backup.</param>
    /// <param name="isWhole">Looks at the copy, before it is put in place.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Whether it was put in place.</returns>
    /// <exception cref="IOException">There is something here, or no backup there.</exception>
    public async Task<bool> RestoreAsync(string source, Func<DataFolder, Task<bool>> isWhole, CancellationToken cancel)
    {
        var backup = new DataFolder(source);
        if (!backup.Exists || !File.Exists(backup.MasterKeyFile))
        {
            throw new IOException($"{source} is not a backup: it must hold {Path.GetFileName(Records)} and {Path.GetFileName(MasterKeyFile)}.");
        }

        if (Exists || File.Exists(MasterKeyFile))
        {
            throw new IOException($"{path} holds records already. Restore into an empty folder; nothing is ever overwritten.");
        }

        var isNew = !Directory.Exists(path);
        MakeFolder(path);
        var stage = Path.Combine(path, $"restoring-{Guid.NewGuid():N}");
        MakeFolder(stage);
        try
        {
            var copy = new DataFolder(stage);
            File.Copy(backup.MasterKeyFile, copy.MasterKeyFile);
            await CopyAsync(backup.Records, copy.Records, cancel);
            if (!await isWhole(copy))
            {
                return false;
            }

            File.Move(copy.MasterKeyFile, MasterKeyFile);
            File.Move(copy.Records, Records);
            return true;
        }
        finally
        {
            Directory.Delete(stage, recursive: true);
            if (isNew && !Exists)
            {
                Directory.Delete(path, recursive: false);
            }
        }
    }

    private static async Task CopyAsync(string source, string target, CancellationToken cancel)
    {
        await using var from = File.OpenRead(source);
        await using var to = new FileStream(target, FileMode.CreateNew);
        await from.CopyToAsync(to, cancel);
        to.Flush(flushToDisk: true);
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
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
