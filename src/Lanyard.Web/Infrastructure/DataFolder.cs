using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Records.Chain;
using Lanyard.Records.Sealing;
using Lanyard.Records.Sqlite;
using Microsoft.Data.Sqlite;

namespace Lanyard.Web.Infrastructure;

/// <summary>The folder that holds everything of an installation: the records, the keys, the settings.</summary>
/// <param name="path">The folder.</param>
/// <param name="keyFile">The file of the master key, if it lies elsewhere.</param>
public sealed class DataFolder(string path, string? keyFile = null)
{
    /// <summary>The file of the records.</summary>
    public string Records => Path.Combine(path, "lanyard.db");

    /// <summary>The folder of the keys that protect cookies and forms.</summary>
    public string ProtectionKeys => Path.Combine(path, "protection");

    /// <summary>Whether anything is there yet.</summary>
    public bool Exists => File.Exists(Records);

    private MasterKeyFile Key => new(keyFile ?? Path.Combine(path, MasterKeyFile.UsualName));

    /// <summary>Opens the record book, and makes the folder, the file and the master key if they are not there.</summary>
    /// <remarks>What others may do with the folder is taken away, rows that an earlier version left open are sealed, and
    /// the trees are filled from entries that it wrote without them.</remarks>
    /// <exception cref="InvalidOperationException">There are records, but not the key to what is sealed in them.</exception>
    /// <exception cref="IOException">It cannot be written, or cannot be closed to others.</exception>
    public async Task<RecordBook> OpenAsync(TimeProvider clock, CancellationToken cancel)
    {
        OwnerOnly.MakeFolder(path);
        OwnerOnly.Close(path);
        if (!Key.Exists)
        {
            NeedsNoKey();
            await Key.MakeAsync(cancel);
        }

        OwnerOnly.CloseFile(Key.Path);
        var (key, areRowsSealed, areEntriesSealed) = await Key.ReadAsync(cancel);
        OwnerOnly.MakeFile(Records);
        var book = new RecordBook(await OpenStoreAsync(cancel), new MasterKey(key), clock);
        try
        {
            if (!areRowsSealed)
            {
                await book.SealOpenRowsAsync(cancel);
            }

            if (!areEntriesSealed)
            {
                await book.FillTreesAsync(cancel);
                await Key.NoteAllIsSealedAsync(cancel);
            }

            return book;
        }
        catch
        {
            await book.Store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Copies the records into a new folder, as they are at one moment; the master key only to where it is
    /// asked for.</summary>
    /// <param name="target">The folder.</param>
    /// <param name="keyCopy">The file that the master key is copied to; <see langword="null"/> for none.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>How far the chain of each organisation went just before.</returns>
    /// <exception cref="IOException">The folder or the file is there already, or there is nothing to copy.</exception>
    public async Task<IReadOnlyList<(OrganisationId Organisation, ChainHead Head)>> BackUpAsync(string target,
        string? keyCopy, TimeProvider clock, CancellationToken cancel)
    {
        if (!Exists)
        {
            throw new IOException($"{Records} is not there. Name the folder with --data.");
        }

        if (new[] { target, keyCopy }.FirstOrDefault(each => Directory.Exists(each) || File.Exists(each)) is { } there)
        {
            throw new IOException($"{there} is there already. Choose another name; a backup never overwrites.");
        }

        var book = await OpenAsync(clock, cancel);
        await using (book.Store)
        {
            var heads = new List<(OrganisationId, ChainHead)>();
            foreach (var organisation in (await book.Store.OrganisationsAsync(cancel)).Where(id => id != Installation.Partition))
            {
                heads.Add((organisation, await book.Store.Read(organisation).HeadAsync(cancel)));
            }

            OwnerOnly.MakeFolder(target);
            await book.Store.BackUpAsync(new DataFolder(target).Records, cancel);
            OwnerOnly.Close(target);
            if (keyCopy is not null)
            {
                Key.CopyTo(keyCopy);
            }

            return heads;
        }
    }

    /// <summary>Opens the record book only to read it: nothing is made, changed or written, so it may lie on a disk
    /// that cannot be written to.</summary>
    /// <exception cref="InvalidOperationException">There are records, but not the key to what is sealed in
    /// them.</exception>
    public async Task<RecordBook> OpenToReadAsync(TimeProvider clock, CancellationToken cancel)
    {
        if (!Key.Exists)
        {
            NeedsNoKey();
        }

        var (key, areRowsSealed, areEntriesSealed) = await Key.ReadAsync(cancel);
        return new(await SqliteRecordStore.OpenReadOnlyAsync(Records, cancel), new MasterKey(key), clock,
            areRowsSealed, areEntriesSealed);
    }

    /// <summary>Puts a backup into this folder, which must hold nothing yet. If the copy is not whole, the folder stays as it was.</summary>
    /// <param name="source">The backup.</param>
    /// <param name="backupKey">The file of its master key, if that does not lie in the backup.</param>
    /// <param name="isWhole">Looks at the copy, before it is put in place.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Whether it was put in place.</returns>
    /// <exception cref="IOException">There is something here, or no backup there, or no key to it.</exception>
    public async Task<bool> RestoreAsync(string source, string? backupKey, Func<DataFolder, Task<bool>> isWhole,
        CancellationToken cancel)
    {
        var backup = new DataFolder(source, backupKey);
        if (!backup.Exists)
        {
            throw new IOException($"{source} is not a backup: it must hold {Path.GetFileName(Records)}.");
        }

        if (!backup.Key.Exists)
        {
            throw new IOException($"{backup.Key.Path} is not there: name the file of the master key with --key. A "
                + "backup does not hold it, unless it was asked to.");
        }

        if (Exists || Key.Exists)
        {
            throw new IOException($"{path} holds records already. Restore into an empty folder; nothing is ever overwritten.");
        }

        var isNew = !Directory.Exists(path);
        OwnerOnly.MakeFolder(path);
        var stage = Path.Combine(path, $"restoring-{Guid.NewGuid():N}");
        OwnerOnly.MakeFolder(stage);
        try
        {
            var copy = new DataFolder(stage);
            backup.Key.CopyTo(copy.Key.Path);
            await CopyAsync(backup.Records, copy.Records, cancel);
            if (!await isWhole(copy))
            {
                return false;
            }

            File.Move(copy.Key.Path, Key.Path);
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

    private void NeedsNoKey()
    {
        if (Exists)
        {
            throw new InvalidOperationException($"{Records} is there, but {Key.Path} is not: what is sealed in the "
                + "records cannot be read without it. Put the key back from where you keep it.");
        }
    }

    private async Task<SqliteRecordStore> OpenStoreAsync(CancellationToken cancel)
    {
        try
        {
            return await SqliteRecordStore.OpenAsync(Records, cancel);
        }
        catch (SqliteException problem)
        {
            throw new IOException($"{Records} cannot be opened: {problem.Message} Run `lanyard verify`; if it is "
                + "damaged, restore a backup.", problem);
        }
    }

    private static async Task CopyAsync(string source, string target, CancellationToken cancel)
    {
        await using var from = File.OpenRead(source);
        await using var to = OwnerOnly.Open(target, FileMode.CreateNew);
        await from.CopyToAsync(to, cancel);
        to.Flush(flushToDisk: true);
    }
}
