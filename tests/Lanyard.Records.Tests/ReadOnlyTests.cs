using Lanyard.Domain.Organisations;
using Lanyard.Records.Sealing;
using Lanyard.Records.Sqlite;
using Lanyard.Records.Storage;
using Lanyard.Testing.Faults;
using Lanyard.Workflows.Organisations;
using Shouldly;

namespace Lanyard.Records.Tests;

/// <summary>Records are checked where nothing can be written: on a snapshot, or on a disc.</summary>
[Collection(nameof(Alone))]
public sealed class ReadOnlyTests : IAsyncLifetime
{
    private const int CannotOpen = 14;

    private static readonly Dictionary<string, long> Anything = [];

    private readonly string _file =
        Path.Combine(Directory.CreateTempSubdirectory(FaultyDisk.Mark).FullName, "lanyard.db");
    private readonly MasterKey _key = new(new byte[32]);
    private readonly OrganisationId _trust = new(Guid.CreateVersion7());

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using (await SqliteRecordStore.OpenAsync(":memory:", None))
        {
            FaultyDisk.Install();
        }

        await using var store = await SqliteRecordStore.OpenAsync(_file, None);
        await new RecordBook(store, _key, TimeProvider.System)
            .WriteAsync(_trust, Author.Lanyard,
            [new OrganisationFounded(_trust, "Oakfield Trust", OrganisationKind.Trust, Jurisdiction.England)], Anything,
            None);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Open_ToRead_ChecksEverything_WritesNothing_AndRefusesToWrite(bool isReadOnlyDisk)
    {
        FaultyDisk.Set(isReadOnlyDisk
            ? new(DiskCall.MapShared | DiskCall.Write | DiskCall.Sync | DiskCall.Truncate, CannotOpen, 1, ForEver: true)
            : null);
        var before = File.GetLastWriteTimeUtc(_file);
        await using var store = await SqliteRecordStore.OpenReadOnlyAsync(_file, None);
        var book = new RecordBook(store, _key, TimeProvider.System);

        (await store.DamageAsync(isThorough: true, None)).ShouldBeEmpty();
        var report = await book.VerifyAsync(_trust, None);
        (report.IsWhole, report.Entries).ShouldBe((true, 1));
        (await book.CompareAsync(_trust, None)).ShouldBeEmpty();
        await Should.ThrowAsync<NotWrittenException>(() => store.WriteAsync(_trust, None));
        File.GetLastWriteTimeUtc(_file).ShouldBe(before);
    }

    [Fact]
    public async Task Open_ToRead_WhereTheLogHoldsMore_AndNothingCanBeWritten_SaysToCopyIt()
    {
        await File.WriteAllBytesAsync(_file + "-wal", new byte[100], None);
        FaultyDisk.Set(new(DiskCall.MapShared, CannotOpen, 1, ForEver: true));

        (await Should.ThrowAsync<IOException>(() =>
            SqliteRecordStore.OpenReadOnlyAsync(_file, None))).Message.ShouldContain("Copy the folder");
    }

    public ValueTask DisposeAsync()
    {
        FaultyDisk.Set(null);
        Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
        return ValueTask.CompletedTask;
    }
}
