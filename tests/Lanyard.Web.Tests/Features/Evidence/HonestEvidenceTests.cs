using Lanyard.Domain.Calendar;
using Lanyard.Records;
using Lanyard.Web.Features.Evidence;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Asking;
using Lanyard.Workflows.Evidence;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;
using Shouldly;

namespace Lanyard.Web.Tests.Features.Evidence;

/// <summary>Nothing counts as done that nobody did.</summary>
public sealed class HonestEvidenceTests : IAsyncLifetime
{
    private const string Text = """
        ---
        policy: Walks
        organisation: Lantern
        version: 1
        ---

        ## 1 Review

        ```policy
        This policy is reviewed every 1 year by the governing body, consulting GROUPS.
        ```

        """;

    private readonly RunningServer _server = new();
    private Visitor _lead = null!; // signed in before every test

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateOnly Today => UkTime.DayOf(DateTimeOffset.UtcNow);

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        _lead = await _server.SignInAsync("lead@demo.example");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Questions_AboutEveryStatement_ShowNothing()
    {
        var trust = (await _server.Book.Store.OrganisationsAsync(Cancel)).Single(id => id != Installation.Partition);
        var file = (await _server.Book.ListAsync<PolicyFile>(trust, Cancel))[0].Value;
        var reader = _server.Get<EvidenceReader>();
        var before = (await reader.TodayAsync(trust, Today, Cancel)).Policies[0].Clauses;
        var marks = before.SelectMany(clause => clause.Statements).Select(statement => statement.Mark);
        var asked = new DecisionGiven(Guid.CreateVersion7(), file.Id, file.Versions[0].Hash, Asker: null, "{}", "permitted", ["2.1"])
        {
            Statements = [.. marks],
        };
        await _server.Book.WriteAsync(trust, Author.Lanyard, [asked], new Dictionary<string, long>(), Cancel);

        var after = (await reader.TodayAsync(trust, Today, Cancel)).Policies[0].Clauses;

        States(after, EvidenceState.Shown).ShouldBe(States(before, EvidenceState.Shown));
        States(after, EvidenceState.Gap).ShouldBe(States(before, EvidenceState.Gap));
        States(after, EvidenceState.Asked).ShouldNotBeEmpty();
        await _lead.OpenAsync("/evidence");
        _lead.Text.ShouldContain("That is no proof that it is kept");
        _lead.Text.ShouldNotContain($"Newest evidence: {Today.InWords()}");
    }

    [Fact]
    public async Task AConsultation_ThatReachedNobody_IsAGap_AndIsSaidWhenItIsClosed()
    {
        var address = await ConsultAsync("volunteers and partners", leavers: ["volunteer@demo.example"]);

        _lead.Text.ShouldContain("It reached nobody among the volunteers, so the evidence shows a gap.");
        await PolicySteps.PutInForceAsync(_lead, address);
        await ShouldBeAsync(EvidenceState.Gap, "Not reached, for nobody there could sign in, and nobody answered: volunteers.");
    }

    [Fact]
    public async Task AConsultation_ThatReachedEveryGroup_IsShown()
    {
        var address = await ConsultAsync("volunteers and partners", leavers: []);

        await PolicySteps.PutInForceAsync(_lead, address);
        await ShouldBeAsync(EvidenceState.Shown, "Consulted before this version: volunteers, partners; 0 answers kept.");
    }

    [Fact]
    public async Task AConsultation_AfterTheMeeting_IsAGap()
    {
        var address = await ConsultAsync("volunteers and partners", leavers: []);
        await _lead.OpenAsync($"{address}/ratify");
        _lead.Fill("Who ratified it?", "governing body");
        _lead.FillDate("On", Today.AddDays(-1));
        _lead.Fill("Minute reference", "Full governors, item 4");
        await _lead.PressAsync("Record the ratification"); // refused, and asked whether it was on paper
        _lead.Tick("This policy was approved on paper before it came into Lanyard");
        await _lead.PressAsync("Record the ratification");
        await _lead.OpenAsync($"{address}/in-force");
        await _lead.PressAsync("Put it in force");

        await ShouldBeAsync(EvidenceState.Gap,
            $"The consultation ended on {Today.InWords()}, after the meeting of {Today.AddDays(-1).InWords()} that ratified the version.");
    }

    private async Task<string> ConsultAsync(string groups, string[] leavers)
    {
        var trust = (await _server.Book.Store.OrganisationsAsync(Cancel)).Single(id => id != Installation.Partition);
        foreach (var person in (await _server.Book.ListAsync<Person>(trust, Cancel)).Select(kept => kept.Value))
        {
            if (leavers.Contains(person.Details?.Email))
            {
                await _server.Book.WriteAsync(trust, Author.Lanyard, [new PersonLeft(person.Id, Today)], new Dictionary<string, long>(), Cancel);
            }
        }

        var address = await PolicySteps.FromTextAsync(
            _lead, "The whole organisation", Text.Replace("GROUPS", groups, StringComparison.Ordinal));
        await _lead.OpenAsync($"{address}/consult");
        _lead.FillDate("Until", Today.AddDays(14));
        await _lead.PressAsync("Open the consultation");
        await _lead.PressAsync("Close the consultation");
        return address;
    }

    private async Task ShouldBeAsync(EvidenceState state, string line)
    {
        var trust = (await _server.Book.Store.OrganisationsAsync(Cancel)).Single(id => id != Installation.Partition);
        var evidence = await _server.Get<EvidenceReader>().TodayAsync(trust, Today, Cancel);
        var clause = evidence.Policies.Single(policy => policy.File.Title == "Walks").Clauses.Single();
        clause.Statements.Single().State.ShouldBe(state);
        clause.Statements.Single().Lines.ShouldContain(line);
        await _lead.OpenAsync("/evidence");
        _lead.Text.ShouldContain(line);
    }

    private static List<string> States(IEnumerable<ClauseEvidence> clauses, EvidenceState state) =>
        [.. clauses.SelectMany(clause => clause.Statements).Where(statement => statement.State == state).Select(statement => statement.Id)];
}
