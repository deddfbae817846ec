using Dapper;
using Lanyard.Domain.Organisations;
using Lanyard.Records.Chain;
using Lanyard.Records.Sealing;
using Lanyard.Records.Sqlite;
using Lanyard.Records.Storage;
using Lanyard.Workflows;
using Lanyard.Workflows.Organisations;
using Microsoft.Data.Sqlite;
using Shouldly;

namespace Lanyard.Records.Tests.Tree;

/// <summary>The tree of a record, as it is written with the entries, and as it is filled from earlier ones.</summary>
public sealed class RecordTreeTests : IAsyncLifetime
{
    private static readonly Dictionary<string, long> Anything = [];

    private readonly string _file =
        Path.Combine(Directory.CreateTempSubdirectory("lanyard-tree-").FullName, "lanyard.db");
    private readonly MasterKey _key = new(MasterKey.NewBytes());
    private readonly OrganisationId _trust = new(Guid.CreateVersion7());
    private SqliteRecordStore _store = null!; // set before every test

    private static CancellationToken None => TestContext.Current.CancellationToken;

    private RecordBook Book => new(_store, _key, TimeProvider.System);

    public async ValueTask InitializeAsync() => _store = await SqliteRecordStore.OpenAsync(_file, None);

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1300)]
    public async Task Proofs_OfARecord_AreThoseOfItsEntries(int count)
    {
        await WriteAsync(Book, count);

        await ShouldProveAsync(Book, count);
        (await Book.VerifyAsync(_trust, None)).IsWhole.ShouldBeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(700)]
    public async Task AnEarlierRecord_IsFilled_StaysAsItWasWritten_AndGoesOn(int count)
    {
        await AppendPlainAsync(count);
        var before = await EntriesAsync();
        await Should.ThrowAsync<NotWrittenException>(() => WriteAsync(Book, 1)); // nobody goes on without the tree

        await new RecordBook(_store, _key, TimeProvider.System, areEntriesSealed: false).FillTreesAsync(None);
        await WriteAsync(Book, 3);

        (await EntriesAsync())[..count].ShouldBe(before);
        await ShouldProveAsync(Book, count + 3);
        (await Book.VerifyAsync(_trust, None)).IsWhole.ShouldBeTrue();
        (await _store.Read(_trust).EntriesAsync(1, None).Select(entry => entry.Mac is null).ToListAsync(None))
            .ShouldBe([.. Enumerable.Repeat(element: true, count), false, false, false]);
    }

    [Fact]
    public async Task AnEarlierRecord_ThatIsChangedAfterItWasFilled_IsFound()
    {
        await AppendPlainAsync(10);
        await new RecordBook(_store, _key, TimeProvider.System, areEntriesSealed: false).FillTreesAsync(None);

        await RechainAsync(4);

        (await Book.VerifyAsync(_trust, None)).Said.ShouldContain("made anew");
        (await Book.VerifyEndAsync(_trust, None)).Said.ShouldContain("made anew");
    }

    [Fact]
    public async Task AFileOfAnEarlierVersion_ThatMayOnlyBeRead_IsChecked()
    {
        await AppendPlainAsync(5);
        await using (var connection = new SqliteConnection($"Data Source={_file};Pooling=False"))
        {
            await connection.ExecuteAsync("ALTER TABLE entry DROP COLUMN mac; PRAGMA user_version = 1");
        }

        await using var store = await SqliteRecordStore.OpenReadOnlyAsync(_file, None);
        var book = new RecordBook(store, _key, TimeProvider.System, areEntriesSealed: false);

        (await book.VerifyAsync(_trust, None)).Entries.ShouldBe(5);
        (await book.VerifyAsync(_trust, None)).IsWhole.ShouldBeTrue();
    }

    [Fact]
    public async Task AnEntryOfALaterVersion_IsNamed_AndTheOthersAreChecked()
    {
        await AppendPlainAsync(2, "comet-sighted");
        await AppendPlainAsync(1);
        var book = new RecordBook(_store, _key, TimeProvider.System, areEntriesSealed: false);

        var report = await book.VerifyAsync(_trust, None);

        (report.IsWhole, report.Entries).ShouldBe((true, 3));
        report.Unknown.ShouldBe(["entry 1 is a `comet-sighted`", "entry 2 is a `comet-sighted`"]);
        (await book.CompareAsync(_trust, None)).ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
    }

    private async Task ShouldProveAsync(RecordBook book, int count)
    {
        var leaves = await _store.Read(_trust).EntriesAsync(1, None)
            .Select(entry => Convert.FromHexString(entry.Hash)).ToArrayAsync(None);
        var (plain, random) = (new PlainTree(leaves), new Random(count));
        leaves.Length.ShouldBe(count);
        for (var tries = 0; tries < 30; tries++)
        {
            var size = tries == 0 ? count : random.Next(1, count + 1);
            var (index, before) = (random.Next(size), random.Next(1, size + 1));

            (await book.Proofs(_trust).RootAsync(size, None)).ShouldBe(plain.Root(size));
            (await book.Proofs(_trust).InclusionAsync(index, size, None)).ShouldBe(plain.Inclusion(index, size));
            (await book.Proofs(_trust).ConsistencyAsync(before, size, None)).ShouldBe(plain.Consistency(before, size));
        }
    }

    private async Task WriteAsync(RecordBook book, int count)
    {
        var isNew = (await _store.Read(_trust).HeadAsync(None)).Sequence == 0;
        Event[] events =
        [
            .. isNew
                ? [new OrganisationFounded(_trust, "Oakfield Trust", OrganisationKind.Trust, Jurisdiction.England)]
                : Array.Empty<Event>(),
            .. Enumerable.Range(isNew ? 1 : 0, isNew ? count - 1 : count)
                .Select(number => new SchoolOpened(new(Guid.CreateVersion7()), $"School {number}")),
        ];
        foreach (var some in events.Chunk(90))
        {
            await book.WriteAsync(_trust, Author.Lanyard, some, Anything, None);
        }
    }

    // As versions wrote that knew no codes and no tree.
    private async Task AppendPlainAsync(int count, string kind = "school-opened")
    {
        await using var write = await _store.WriteAsync(_trust, None);
        var head = await write.HeadAsync(None);
        for (var number = 0; number < count; number++)
        {
            var school = Guid.CreateVersion7();
            var entry = new Entry(_trust, head.Sequence + 1, kind, $"school/{school:N}", By: null, DateTimeOffset.UnixEpoch,
                DateTimeOffset.UnixEpoch, null, null, $$"""{"school":"{{school:N}}","name":"Oak"}""", null, null,
                head.Hash, "");
            entry = entry with { Hash = ChainHash.Of(entry) };
            await write.AddEntryAsync(entry, None);
            head = new(entry.Sequence, entry.Hash);
        }

        await write.CommitAsync(None);
    }

    // What somebody does who can write to the file and knows how the chain is made.
    private async Task RechainAsync(long changed)
    {
        var entries = await _store.Read(_trust).EntriesAsync(1, None).ToListAsync(None);
        await using var connection = new SqliteConnection($"Data Source={_file};Pooling=False");
        await connection.ExecuteAsync("DROP TRIGGER entry_is_never_changed");
        var last = "";
        foreach (var entry in entries)
        {
            var body = entry.Sequence == changed ? entry.Body.Replace("Oak", "Ash", StringComparison.Ordinal) : entry.Body;
            var forged = entry with { Body = body, Previous = last };
            last = ChainHash.Of(forged);
            await connection.ExecuteAsync(
                "UPDATE entry SET body = @body, previous = @previous, hash = @last WHERE sequence = @sequence",
                new { body, previous = forged.Previous, last, sequence = entry.Sequence });
        }
    }

    private async Task<List<string>> EntriesAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={_file};Pooling=False");
        return [.. (await connection.QueryAsync("SELECT * FROM entry ORDER BY sequence"))
            .Select(row => string.Join('|', (IEnumerable<KeyValuePair<string, object>>)row))];
    }
}
