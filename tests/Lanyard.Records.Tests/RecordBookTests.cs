using System.Text.Json;
using Dapper;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Domain.Policies;
using Lanyard.Records.Sealing;
using Lanyard.Records.Sqlite;
using Lanyard.Workflows;
using Lanyard.Workflows.Acceptances;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;
using Microsoft.Data.Sqlite;
using Shouldly;

namespace Lanyard.Records.Tests;

public sealed class RecordBookTests : IAsyncLifetime
{
    private static CancellationToken None => TestContext.Current.CancellationToken;
    private static readonly Dictionary<string, long> Anything = [];

    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("lanyard-book-").FullName, "lanyard.db");
    private readonly OrganisationId _trust = new(Guid.CreateVersion7());
    private readonly PersonId _head = new(Guid.CreateVersion7());
    private SqliteRecordStore _store = null!; // set before every test
    private RecordBook _book = null!; // set before every test

    public async ValueTask InitializeAsync()
    {
        _store = await SqliteRecordStore.OpenAsync(_file, None);
        _book = new(_store, new MasterKey(new byte[32]), TimeProvider.System);
        await WriteAsync(
            new OrganisationFounded(_trust, "Oakfield Trust", OrganisationKind.Trust, Jurisdiction.England),
            new PersonJoined(_head, [new("headteacher", School: null)]) { Content = new("Robin Moss", "head@oakfield.example") });
    }

    [Fact]
    public async Task Write_IsReadBack_WithItsPersonalContent()
    {
        var person = (await _book.FindAsync<Person>(_trust, $"person/{_head}", None)).ShouldNotBeNull();

        person.Value.Name.ShouldBe("Robin Moss");
        person.Value.Holds("headteacher").ShouldBeTrue();
        (await _book.ListAsync<Person>(_trust, None, PersonRegister.EmailTerm("HEAD@oakfield.example"))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task TheChain_HoldsNoName_InTheClear()
    {
        var entries = await _store.Read(_trust).EntriesAsync(1, None).ToListAsync(None);

        entries.ShouldAllBe(entry => !entry.Body.Contains("Robin") && !entry.Body.Contains('@'));
        entries.Count(entry => entry.Sealed is not null).ShouldBe(1);
    }

    [Fact]
    public async Task Write_WhenTheSubjectHasChangedSince_WritesNothingAndSaysWhich()
    {
        var subject = $"person/{_head}";
        var seen = (await _book.FindAsync<Person>(_trust, subject, None))!.Version;
        await WriteAsync(new AbsenceSet(_head, new(new(2026, 9, 1), new(2026, 9, 2))));

        var written = await _book.WriteAsync(_trust, new(_head), [new PersonLeft(_head, new(2026, 9, 1))], new Dictionary<string, long> { [subject] = seen }, None);

        written.ChangedMeanwhile.ShouldBe(subject);
        (await _book.FindAsync<Person>(_trust, subject, None))!.Value.Left.ShouldBeNull();
        (await _book.VerifyAsync(_trust, None)).Entries.ShouldBe(3);
    }

    [Fact]
    public async Task Rebuild_GivesTheRegistersBack_ToTheLastBit()
    {
        var policy = new PolicyId(Guid.CreateVersion7());
        await WriteAsync(
            new TextKept("h1", "text"), new DraftSaved(policy, "h1", "Social media", School: null),
            new ConsultationOpened(policy, "h1", ["staff"], new(2026, 9, 30)),
            new ConsultationAnswered(Guid.CreateVersion7(), policy, "h1", "staff", _head) { Content = new("Good") },
            new ConsultationClosed(policy, "h1"), new PolicyRatified(policy, "h1", "governing body", "item 7", new(2026, 9, 20), "wording"),
            new ConditionMet(policy, "h1", "done"), new RatificationCorrected(policy, "h1", "item 8", new(2026, 9, 21), "wrong item"), new PolicyPutInForce(policy, "h1", new(2026, 10, 1)), new PolicyAccepted(_head, policy, "h1", "2"),
            new DraftSaved(policy, "h2", "Social media", School: null), new DraftDiscarded(policy, "h2"), new SchoolOpened(new(Guid.CreateVersion7()), "Oak Primary"));
        var before = await DumpAsync();

        await _book.RebuildAsync(_trust, None);

        (await DumpAsync()).ShouldBe(before);
        before.Length.ShouldBeGreaterThan(500);
    }

    [Theory]
    [InlineData("UPDATE entry SET body = replace(body, 'Oakfield', 'Ashfield') WHERE sequence = 1", 1, "it was changed after it was written")]
    [InlineData("UPDATE entry SET by = NULL WHERE sequence = 2", 2, "it was changed after it was written")]
    [InlineData("UPDATE entry SET at = '2020-01-01T00:00:00.0000000Z' WHERE sequence = 2", 2, "it was changed after it was written")]
    [InlineData("UPDATE entry SET by = 'x' WHERE sequence = 2", 2, "it was changed after it was written")]
    [InlineData("UPDATE entry SET at = 'garbage' WHERE sequence = 2", 2, "it was changed after it was written")]
    [InlineData("UPDATE entry SET sealed = x'00' WHERE sequence = 2", 2, "it was changed after it was written")]
    [InlineData("DELETE FROM entry WHERE sequence = 1", 2, "entry 1 is missing")]
    [InlineData("UPDATE entry SET previous = 'x' WHERE sequence = 2", 2, "it does not follow the entry before it")]
    public async Task Verify_WhenAnEntryWasTamperedWith_NamesTheFirstThatIsBroken(string tampering, long brokenAt, string problem)
    {
        await using (var connection = new SqliteConnection($"Data Source={_file}"))
        {
            await connection.ExecuteAsync("DROP TRIGGER entry_is_never_changed; DROP TRIGGER entry_is_never_removed");
            await connection.ExecuteAsync(tampering);
        }

        var report = await _book.VerifyAsync(_trust, None);

        (report.BrokenAt, report.Problem).ShouldBe((brokenAt, problem));
    }

    [Theory]
    [InlineData("DELETE FROM term WHERE register = 'person'", "under")]
    [InlineData("UPDATE term SET sort = 'x' WHERE register = 'person'", "under")]
    [InlineData("UPDATE row SET body = 'x' WHERE register = 'key'", "a key that seals what is kept of somebody")]
    public async Task Compare_WhenTheIndexOrAKeyWasTamperedWith_SaysSo(string tampering, string named)
    {
        (await _book.CompareAsync(_trust, None)).ShouldBeEmpty();
        await using (var connection = new SqliteConnection($"Data Source={_file}"))
        {
            await connection.ExecuteAsync(tampering);
        }

        (await _book.CompareAsync(_trust, None)).ShouldNotBeEmpty();
        (await _book.CompareAsync(_trust, None)).ShouldAllBe(each => each.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheDatabaseItself_RefusesToChangeOrRemoveAnEntry()
    {
        await using var connection = new SqliteConnection($"Data Source={_file}");

        (await Should.ThrowAsync<SqliteException>(() => connection.ExecuteAsync("UPDATE entry SET body = '{}'"))).Message.ShouldContain("never changed");
        (await Should.ThrowAsync<SqliteException>(() => connection.ExecuteAsync("DELETE FROM entry"))).Message.ShouldContain("never removed");
    }

    [Fact]
    public async Task AfterItsKeyIsDestroyed_APersonsContentIsGone_AndTheChainStillHolds()
    {
        await using (var write = await _store.WriteAsync(_trust, None))
        {
            await write.RemoveAsync("key", $"person/{_head}", None);
            await write.CommitAsync(None);
        }

        await _book.RebuildAsync(_trust, None);

        (await _book.FindAsync<Person>(_trust, $"person/{_head}", None))!.Value.Name.ShouldBe("Somebody whose name was erased");
        (await _book.VerifyAsync(_trust, None)).IsWhole.ShouldBeTrue();
    }

    [Fact]
    public void EveryEvent_KeepsItsForm() =>
        // What a release has written must be readable for ever: a changed form needs a decision, not a change of this line.
        string.Join(' ', EventKinds.All).ShouldBe(
            "absence-set access-changed calendar-set case-role-asked case-role-confirmed case-role-given case-role-named "
            + "case-role-refused case-role-taken cases-opened checkpoint-recipients-set condition-met "
            + "consultation-answered consultation-closed consultation-opened decision-given draft-discarded draft-saved "
            + "help-contacts-set organisation-founded "
            + "person-changed person-erased person-joined person-left person-returned policy-accepted "
            + "policy-put-in-force policy-ratified policy-reviewed ratification-corrected school-opened "
            + "second-factor-reset text-kept");

    [Fact]
    public void TheEngine_IsThePackages_AndCurrent() => Version.Parse(SqliteRecordStore.EngineVersion).ShouldBeGreaterThanOrEqualTo(new Version(3, 53, 3));

    public async ValueTask DisposeAsync() => await _store.DisposeAsync();

    private async Task WriteAsync(params Event[] events) => (await _book.WriteAsync(_trust, new(_head), events, Anything, None)).IsDone.ShouldBeTrue();

    private async Task<string> DumpAsync()
    {
        var lines = new List<string>();
        foreach (var register in Registers.All)
        {
            foreach (var row in await _book.Store.Read(_trust).ListAsync(new(register.Name), None))
            {
                var whole = await _book.Store.Read(_trust).FindAsync(register.Name, row.Key, None);
                lines.Add(JsonSerializer.Serialize(whole));
            }
        }

        return string.Join('\n', lines);
    }
}
