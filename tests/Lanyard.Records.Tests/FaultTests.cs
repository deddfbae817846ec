using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records.Sealing;
using Lanyard.Records.Sqlite;
using Lanyard.Records.Storage;
using Lanyard.Testing.Faults;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Microsoft.Data.Sqlite;
using Shouldly;

namespace Lanyard.Records.Tests;

/// <summary>Every call that the engine makes of its disk fails once, in turn: writing goes on, and nothing acknowledged
/// is lost.</summary>
[Collection(nameof(Alone))]
public sealed class FaultTests : IAsyncLifetime
{
    private const int Full = 13;
    private const int NoMemory = 7;
    private const int FaultOfWriting = 778;
    private const int FaultOfSyncing = 1034;
    private const int FaultOfReading = 266;
    private const int FaultOfMapping = 5386;
    private const int NoMemoryWhileReading = 3082;
    private const int Busy = 5;

    private static readonly Dictionary<string, long> Anything = [];

    private readonly string _file =
        Path.Combine(Directory.CreateTempSubdirectory(FaultyDisk.Mark).FullName, "lanyard.db");
    private readonly OrganisationId _trust = new(Guid.CreateVersion7());
    private readonly List<PersonId> _acknowledged = [];
    private SqliteRecordStore _store = null!; // set before every test
    private RecordBook _book = null!; // set before every test

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using (await SqliteRecordStore.OpenAsync(":memory:", None))
        {
            FaultyDisk.Install(); // the engine is there
            EngineLimits.Install();
        }

        await OpenAsync();
        await _book.WriteAsync(_trust, Author.Lanyard,
            [new OrganisationFounded(_trust, "Oakfield Trust", OrganisationKind.Trust, Jurisdiction.England)], Anything,
            None);
    }

    [Theory]
    [InlineData(DiskCall.Write, Full, false)]
    [InlineData(DiskCall.Write, Full, true)]
    [InlineData(DiskCall.Write, FaultOfWriting, false)]
    [InlineData(DiskCall.Write, FaultOfWriting, true)]
    [InlineData(DiskCall.Write, NoMemory, true)]
    [InlineData(DiskCall.Sync, FaultOfSyncing, false)]
    [InlineData(DiskCall.Sync, FaultOfSyncing, true)]
    [InlineData(DiskCall.Read, FaultOfReading, false)]
    [InlineData(DiskCall.Read, FaultOfReading, true)]
    [InlineData(DiskCall.Read, NoMemoryWhileReading, true)]
    [InlineData(DiskCall.Lock | DiskCall.LockShared, Busy, false)]
    [InlineData(DiskCall.Lock | DiskCall.LockShared, Busy, true)]
    [InlineData(DiskCall.MapShared, FaultOfMapping, true)]
    [InlineData(DiskCall.All, FaultOfWriting, true)]
    public async Task Write_WhenAnyCallOfTheDiskFails_NothingAcknowledgedIsLost_AndWritingGoesOn(DiskCall calls,
        int code, bool forEver)
    {
        var tried = 0L;
        for (var (at, failed) = (1L, true); failed; tried = at++)
        {
            if (at % 2 == 0)
            {
                await _store.DisposeAsync(); // so that every other time the connection is made anew under the fault
                await OpenAsync();
            }

            FaultyDisk.Set(new(calls, code, at, forEver));
            await WriteAsync();
            failed = FaultyDisk.Failed > 0;
            FaultyDisk.Set(null);

            (await WriteAsync()).ShouldBeTrue($"Writing did not go on after fault {at}.");
            if (at % 8 == 0)
            {
                await HoldsAsync();
            }
        }

        tried.ShouldBeGreaterThan(0, "No call failed: the fault was not there.");
        await HoldsAsync();
        await _store.DisposeAsync();
        await OpenAsync();
        await HoldsAsync();
    }

    [Theory]
    [InlineData(DiskCall.Write, Full)]
    [InlineData(DiskCall.All, FaultOfWriting)]
    public async Task Open_WhenAnyCallOfTheDiskFails_CanBeTriedAgain(DiskCall calls, int code)
    {
        var tried = 0L;
        for (var (at, failed) = (1L, true); failed; tried = at++)
        {
            await _store.DisposeAsync();
            FaultyDisk.Set(new(calls, code, at, ForEver: true));
            try
            {
                await (await SqliteRecordStore.OpenAsync(_file, None)).DisposeAsync();
            }
            catch (Exception problem) when (problem is SqliteException or IOException)
            {
                // As it should be.
            }

            failed = FaultyDisk.Failed > 0;
            FaultyDisk.Set(null);
            await OpenAsync();
            (await WriteAsync()).ShouldBeTrue();
        }

        tried.ShouldBeGreaterThan(0, "No call failed: the fault was not there.");
        await HoldsAsync();
    }

    [Fact]
    public async Task Write_WhenTheEngineHasNoMemory_AtAnyPoint_WritingGoesOn()
    {
        var failures = 0;
        for (var step = 0; step < 400; step++)
        {
            await WriteAsync();
            EngineLimits.LimitMemory(EngineLimits.MemoryUsed + (step * 96));
            failures += await WriteAsync() ? 0 : 1;
            EngineLimits.LimitMemory(0);
            (await WriteAsync()).ShouldBeTrue($"Writing did not go on at step {step}.");
        }

        failures.ShouldBeGreaterThan(10);
        await HoldsAsync();
    }

    [Fact]
    public async Task Write_WhenTheFileMayNotGrow_SaysThatTheDiskIsFull_AndGoesOnWithRoom()
    {
        for (var round = 0; round < 5; round++)
        {
            await _store.DisposeAsync();
            // closing has put everything into the file
            EngineLimits.MostPages = (int)(new FileInfo(_file).Length / 4096) + 2 + round;
            await OpenAsync();
            var refused = await Should.ThrowAsync<NotWrittenException>(async () =>
            {
                for (var count = 0; count < 200; count++)
                {
                    await AddAsync();
                }
            });
            refused.Cause.ShouldBe(NotWrittenCause.Full);
            (await Should.ThrowAsync<NotWrittenException>(async () =>
                await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AddAsync())))).Cause.ShouldBe(
                    NotWrittenCause.Full);

            EngineLimits.MostPages = 0;
            (await WriteAsync()).ShouldBeTrue();
            await HoldsAsync();
        }
    }

    [Fact]
    public async Task Write_WhileAnotherHoldsTheFile_IsToldSoInTime_AndGoesOnAfterwards()
    {
        await _store.DisposeAsync();
        _store = await SqliteRecordStore.OpenAsync(_file, None, patience: TimeSpan.FromMilliseconds(200));
        _book = new(_store, new MasterKey(new byte[32]), TimeProvider.System);
        await using (var other = new SqliteConnection($"Data Source={_file};Pooling=False"))
        {
            await other.OpenAsync(None);
            await using var held = other.BeginTransaction(deferred: false);
            var began = TimeProvider.System.GetTimestamp();

            var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => WriteAsync()));

            all.ShouldAllBe(isDone => !isDone);
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(10));
            (await Should.ThrowAsync<NotWrittenException>(AddAsync)).Cause.ShouldBe(NotWrittenCause.Busy);
        }

        (await WriteAsync()).ShouldBeTrue();
        await HoldsAsync();
    }

    [Fact]
    public async Task Write_WhileOneOfOursDoesNotEnd_IsToldSoInTime()
    {
        await _store.DisposeAsync();
        _store = await SqliteRecordStore.OpenAsync(_file, None, patience: TimeSpan.FromMilliseconds(100));
        _book = new(_store, new MasterKey(new byte[32]), TimeProvider.System);
        await using (await _store.WriteAsync(_trust, None))
        {
            (await WriteAsync()).ShouldBeFalse();
        }

        (await WriteAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task ATransaction_ThatHasFailed_CommitsNothingThatIsCalledLater()
    {
        var write = await _store.WriteAsync(_trust, None);
        await using (write)
        {
            await write.PutAsync("thing", new("thing/a", new string('x', 100_000), 1, "", []), None);
            FaultyDisk.Set(new(DiskCall.All, FaultOfWriting, 1, ForEver: true));
            await Should.ThrowAsync<NotWrittenException>(() => write.CommitAsync(None));
            FaultyDisk.Set(null);
            await Should.ThrowAsync<NotWrittenException>(() =>
                write.PutAsync("thing", new("thing/b", "{}", 1, "", []), None));
            await Should.ThrowAsync<NotWrittenException>(() => write.CommitAsync(None));
        }

        await Should.ThrowAsync<ObjectDisposedException>(() =>
            write.PutAsync("thing", new("thing/c", "{}", 1, "", []), None));
        (await _store.Read(_trust).CountAsync("thing", term: null, None)).ShouldBe(0);
    }

    public async ValueTask DisposeAsync()
    {
        FaultyDisk.Set(null);
        EngineLimits.LimitMemory(0);
        EngineLimits.MostPages = 0;
        await _store.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
    }

    private async Task OpenAsync()
    {
        _store = await SqliteRecordStore.OpenAsync(_file, None, patience: TimeSpan.FromMilliseconds(50));
        _book = new(_store, new MasterKey(new byte[32]), TimeProvider.System);
    }

    private async Task<bool> WriteAsync()
    {
        try
        {
            await AddAsync();
            return true;
        }
        catch (NotWrittenException)
        {
            return false;
        }
    }

    private async Task AddAsync()
    {
        var person = new PersonId(Guid.CreateVersion7());
        await _book.WriteAsync(_trust, Author.Lanyard,
            [new PersonJoined(person,
            [new("teacher", School: null)]) { Content = new("Robin Moss", $"{person}@oakfield.example") }], Anything,
            None);
        lock (_acknowledged)
        {
            _acknowledged.Add(person);
        }
    }

    private async Task HoldsAsync()
    {
        (await _book.VerifyAsync(_trust, None)).Problem.ShouldBe("");
        (await _book.CompareAsync(_trust, None)).ShouldBeEmpty();
        var kept = (await _book.ListAsync<Person>(_trust, None)).Select(each => each.Place.Key)
            .ToHashSet(StringComparer.Ordinal);
        _acknowledged.ShouldAllBe(person => kept.Contains($"person/{person}"));
    }
}
