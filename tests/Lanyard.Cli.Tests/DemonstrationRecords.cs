using Lanyard.Records;
using Lanyard.Web.Infrastructure;

namespace Lanyard.Cli.Tests;

/// <summary>The records of the demonstration, to be copied and changed; and a copy of them from before somebody signed
/// in and something was added.</summary>
public sealed class DemonstrationRecords : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lanyard-tamper-").FullName;

    /// <summary>The file of the master key, which lies apart.</summary>
    public string Key => Path.Combine(_folder, "keys", "master.key");

    /// <summary>The file of the records from before.</summary>
    public string EarlierFile => Path.Combine(_folder, "earlier", "lanyard.db");

    /// <summary>A file with the checkpoint of the records, as somebody keeps it.</summary>
    public string Checkpoint => Path.Combine(_folder, "checkpoint.txt");

    /// <summary>The key of the record, as it stands on the page of checkpoints.</summary>
    public string RecordKey { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var data = Path.Combine(_folder, "data");
        Directory.CreateDirectory(Path.GetDirectoryName(Key)!); // it is in a folder
        using (var served = await ServedProgram.StartAsync(data, isDemo: true, CancellationToken.None))
        {
            await BackUpAsync("earlier", "--key-copy", Key);
            await ServeTests.AddPersonAsync(served.Address, CancellationToken.None);
            await BackUpAsync("later");
        }

        var book = await new DataFolder(Path.Combine(_folder, "later"), Key)
            .OpenToReadAsync(TimeProvider.System, CancellationToken.None);
        await using (book.Store)
        {
            var trust = (await book.Store.OrganisationsAsync(CancellationToken.None))
                .Single(id => id != Installation.Partition);
            RecordKey = book.Checkpoints.KeyOf(trust).ToString();
            await File.WriteAllTextAsync(Checkpoint,
                $"Hello,\n\n{await book.Checkpoints.MakeAsync(trust, CancellationToken.None)}\nGoodbye\n");
        }

        async Task BackUpAsync(string name, params string[] more) =>
            await ServeTests.RunAsync(["backup", Path.Combine(_folder, name), "--data", data, .. more]);
    }

    /// <summary>A copy of the records, alone in a folder.</summary>
    /// <param name="isEarlier">Whether of those from before.</param>
    public string Copy(bool isEarlier = false)
    {
        var file = Path.Combine(_folder, Guid.NewGuid().ToString("N"), "lanyard.db");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!); // it is in a folder
        File.Copy(isEarlier ? EarlierFile : Path.Combine(_folder, "later", "lanyard.db"), file);
        return file;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
