using System.Collections.Concurrent;
using Lanyard.Domain.Organisations;
using Lanyard.Records.Sealing;
using Lanyard.Records.Sqlite;
using Lanyard.Workflows;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Shouldly;

namespace Lanyard.Records.Tests;

/// <summary>A large import is written in steps, and others write in between.</summary>
public sealed class StepsTests : IAsyncLifetime
{
    private const int Many = 2_000;

    private static readonly Dictionary<string, long> Anything = [];

    private readonly OrganisationId _large = new(Guid.CreateVersion7());
    private readonly OrganisationId _small = new(Guid.CreateVersion7());
    private SqliteRecordStore _store = null!; // set before every test
    private RecordBook _book = null!; // set before every test

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await SqliteRecordStore.OpenAsync(
            Path.Combine(Directory.CreateTempSubdirectory("lanyard-steps-").FullName, "lanyard.db"), None);
        _book = new(_store, new MasterKey(new byte[32]), TimeProvider.System);
        foreach (var trust in new[] { _large, _small })
        {
            await _book.WriteAsync(trust, Author.Lanyard,
                [new OrganisationFounded(trust, "Oakfield Trust", OrganisationKind.Trust, Jurisdiction.England)],
                Anything, None);
        }
    }

    [Fact]
    public async Task Others_WriteInBetween_AndEverythingIsThereInOrder()
    {
        var steps = new ConcurrentQueue<int>();
        var people = People(Many);
        using var stop = new CancellationTokenSource();
        var others = Task.Run(async () =>
        {
            var written = 0;
            for (; !stop.IsCancellationRequested; written++)
            {
                await _book.WriteAsync(_small, Author.Lanyard,
                    [new SchoolOpened(new(Guid.CreateVersion7()), "Oak Primary")], Anything, CancellationToken.None);
            }

            return written;
        });

        var done = await _book.WriteInStepsAsync(_large, Author.Lanyard, people, Anything, None, (_, count) =>
        {
            steps.Enqueue(count);
            return Task.CompletedTask;
        });
        await stop.CancelAsync();

        (done.IsDone, done.Count).ShouldBe((true, Many));
        steps.ShouldBeInOrder();
        (steps.Count, steps.Last()).ShouldBe((Math.Max(steps.Count, Many / 500), Many));
        (await others).ShouldBeGreaterThanOrEqualTo(steps.Count - 2); // one got in after nearly every step
        var entries = await _book.AllAsync(_large, None).ToListAsync(None);
        entries.Skip(1).Select(entry => entry.Event.Subject).ShouldBe(people.Select(person => person.Subject));
        (await _book.VerifyAsync(_large, None)).IsWhole.ShouldBeTrue();
        (await _book.CompareAsync(_large, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task AStep_WhoseSubjectHasChanged_IsNotWritten_AndTheEarlierOnesStay()
    {
        var people = People(1_200);
        var last = (PersonJoined)people[^1];
        await _book.WriteAsync(_large, Author.Lanyard, [last], Anything, None);
        Event[] events = [.. people.Take(1_199), new PersonLeft(last.Person, new(2026, 9, 1))];

        var done =
            await _book.WriteInStepsAsync(_large, Author.Lanyard, events, new Dictionary<string,
            long> { [last.Subject] = 77 }, None);

        (done.IsDone, done.ChangedMeanwhile).ShouldBe((false, last.Subject));
        done.Count.ShouldBeInRange(500, 1_199);
        (await _store.Read(_large).HeadAsync(None)).Sequence.ShouldBe(done.Count + 2);
        (await _book.CompareAsync(_large, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_IsWrittenInNoStep_AndSaysSo()
    {
        var done = await _book.WriteInStepsAsync(_large, Author.Lanyard, [], Anything, None);

        (done.IsDone, done.Count).ShouldBe((true, 0));
    }

    public async ValueTask DisposeAsync() => await _store.DisposeAsync();

    private static Event[] People(int count) =>
        [.. Enumerable.Range(0, count)
            .Select(number =>
                new PersonJoined(new(Guid.CreateVersion7()),
                [new("teacher", School: null)]) { Content =
                new($"Robin Moss {number}", $"robin{number}@oakfield.example") })];
}
