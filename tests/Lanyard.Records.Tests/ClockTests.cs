using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records.Chain;
using Lanyard.Records.Sealing;
using Lanyard.Records.Sqlite;
using Lanyard.Workflows;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Shouldly;

namespace Lanyard.Records.Tests;

/// <summary>A clock that was wrong for a while neither freezes the evidence nor puts the record out of order.</summary>
public sealed class ClockTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Today = new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, long> Anything = [];

    private readonly SetClock _clock = new(Today);
    private readonly OrganisationId _trust = new(Guid.CreateVersion7());
    private readonly List<ClockBehindEventArgs> _alarms = [];
    private SqliteRecordStore _store = null!; // set before every test
    private RecordBook _book = null!; // set before every test

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await SqliteRecordStore.OpenAsync(
            Path.Combine(Directory.CreateTempSubdirectory("lanyard-clock-").FullName, "lanyard.db"), None);
        _book = new(_store, new MasterKey(new byte[32]), _clock);
        _book.ClockIsBehind += (_, alarm) => _alarms.Add(alarm);
        await WriteAsync(
            new OrganisationFounded(_trust, "Oakfield Trust", OrganisationKind.Trust, Jurisdiction.England));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(1)]
    [InlineData(0.001)]
    public async Task AfterTheClockWasAhead_TimesStayInOrder_AndTodayIsReadToTheEnd(double days)
    {
        await JoinAsync();
        _clock.Now = Today.AddDays(days);
        await JoinAsync();
        _clock.Now = Today.AddSeconds(1);
        var person = await JoinAsync();

        var entries = await _store.Read(_trust).EntriesAsync(1, None).ToListAsync(None);
        entries.Select(entry => entry.RecordedAt).ShouldBeInOrder();
        entries[^1].At.ShouldBe(_clock.Now); // what is told of the day is right
        var report = await _book.VerifyAsync(_trust, None);
        (report.IsWhole, report.TimesGoBackAt.Count).ShouldBe((true, 0));
        (await _book.CompareAsync(_trust, None)).ShouldBeEmpty();
        var alarm = _alarms.ShouldHaveSingleItem();
        (alarm.Organisation, alarm.Now, alarm.Last).ShouldBe((_trust, _clock.Now, Today.AddDays(days)));
        var now = await _book.AsOfAsync(_trust, _clock.Now.AddHours(9), None);
        (now.Head.Sequence, now.List<Person>().Count).ShouldBe((4, 3));
        now.Find<Person>($"person/{person}").ShouldNotBeNull();
        _clock.Now = Today.AddDays(2);
        // nor is the day read otherwise once it is over
        (await _book.AsOfAsync(_trust, Today.AddDays(1.5), None)).Head.ShouldBe(now.Head);
    }

    [Fact]
    public async Task AnEarlierRecord_WhoseTimesGoBack_IsReadToTheLastOfADay_AndNamedByTheCheck()
    {
        await AppendAsync(Today.AddDays(400));
        await AppendAsync(Today.AddMinutes(1));
        await AppendAsync(Today.AddMinutes(2));
        _clock.Now = Today.AddDays(2);

        (await _book.AsOfAsync(_trust, Today.AddDays(1), None)).Head.Sequence.ShouldBe(4);
        (await _book.AsOfAsync(_trust, Today.AddSeconds(90), None)).Head.Sequence.ShouldBe(3);
        (await _book.AsOfAsync(_trust, Today.AddDays(-1), None)).Head.Sequence.ShouldBe(0);
        var earlier = new RecordBook(_store, new MasterKey(new byte[32]), _clock, areEntriesSealed: false);
        var report = await earlier.VerifyAsync(_trust, None);
        report.IsWhole.ShouldBeTrue();
        report.TimesGoBackAt.ShouldBe([3]);
    }

    public async ValueTask DisposeAsync() => await _store.DisposeAsync();

    // As versions wrote that took the clock's word for it.
    private async Task AppendAsync(DateTimeOffset at)
    {
        await using var write = await _store.WriteAsync(_trust, None);
        var head = await write.HeadAsync(None);
        var body = $$"""{"school":"{{Guid.NewGuid():N}}","name":"Oak Primary"}""";
        var entry = new Entry(
            _trust, head.Sequence + 1, "school-opened", $"school/{Guid.NewGuid():N}", By: null, at, at, null, null, body, null, null,
            head.Hash, "");
        await write.AddEntryAsync(entry with { Hash = ChainHash.Of(entry) }, None);
        await write.CommitAsync(None);
    }

    private async Task<PersonId> JoinAsync()
    {
        var person = new PersonId(Guid.CreateVersion7());
        await WriteAsync(
            new PersonJoined(person,
            [new("teacher", School: null)]) { Content = new("Robin Moss", $"{person}@oakfield.example") });
        return person;
    }

    private async Task WriteAsync(params Event[] events) =>
        (await _book.WriteAsync(_trust, Author.Lanyard, events, Anything, None)).IsDone.ShouldBeTrue();
}
