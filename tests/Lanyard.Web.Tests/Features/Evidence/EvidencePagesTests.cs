using System.Text.Json;
using Lanyard.Domain.Calendar;
using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Web.Features.Evidence;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Acceptances;
using Lanyard.Workflows.Asking;
using Lanyard.Workflows.Evidence;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;
using Shouldly;

namespace Lanyard.Web.Tests.Features.Evidence;

public sealed class EvidencePagesTests : IAsyncLifetime
{
    private const string InSevenDecisions = "Decided 7 times in the last year";

    private readonly RunningServer _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Evidence_AfterSomethingIsWritten_ShowsItAtOnce()
    {
        var trust = (await _server.Book.Store.OrganisationsAsync(Cancel)).Single(id => id != Installation.Partition);
        var file = (await _server.Book.ListAsync<PolicyFile>(trust, Cancel))[0].Value;
        var governor = await _server.SignInAsync("governor@demo.example");
        await governor.OpenAsync("/evidence");
        governor.Text.ShouldNotContain(InSevenDecisions);

        var mark = (await MarksAsync(trust, file))[0];
        var answers = Enumerable.Range(0, 7).Select(_ => new DecisionGiven(Guid.CreateVersion7(), file.Id, file.Versions[0].Hash, Asker: null, "{}", "prohibited", ["2.1"]) { Statements = [mark] });
        await _server.Book.WriteAsync(trust, Author.Lanyard, [.. answers, new PersonJoined(new(Guid.CreateVersion7()), []) { Content = new("Roly Noroles", null) }], new Dictionary<string, long>(), Cancel);
        await governor.OpenAsync("/evidence");

        governor.Text.ShouldContain($"{InSevenDecisions}: prohibited 7.");
        governor.Text.ShouldContain("Roly Noroles holds no role");
        governor.Page.QuerySelectorAll("main a[href^='/people']").Length.ShouldBe(0); // a governor looks after nobody
        var lead = await _server.SignInAsync("lead@demo.example");
        await lead.OpenAsync("/evidence");
        lead.Page.QuerySelectorAll("main a[href^='/people']").Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Evidence_AddedToAsThingsHappen_IsWhatAFreshReadingFinds()
    {
        var trust = (await _server.Book.Store.OrganisationsAsync(Cancel)).Single(id => id != Installation.Partition);
        var file = (await _server.Book.ListAsync<PolicyFile>(trust, Cancel))[0].Value;
        var reader = _server.Get<EvidenceReader>();
        var today = UkTime.DayOf(TimeProvider.System.GetUtcNow());
        var marks = await MarksAsync(trust, file);
        foreach (var (verdict, places) in new[] { ("prohibited", new[] { 0, 1 }), ("permitted", [0]), ("prohibited", [0, 0]) })
        {
            await reader.TodayAsync(trust, today, Cancel);
            await _server.Book.WriteAsync(trust, Author.Lanyard, [new DecisionGiven(Guid.CreateVersion7(), file.Id, "sha256:none", Asker: null, "{}", verdict, ["2.1"]) { Statements = [.. places.Select(place => marks[place])] }, new PersonJoined(new(Guid.CreateVersion7()), []) { Content = new($"Roly {verdict}", null) }], new Dictionary<string, long>(), Cancel);
            await _server.Book.WriteAsync(trust, new(Person: null, TimeProvider.System.GetUtcNow().AddDays(-400)), [new DecisionGiven(Guid.CreateVersion7(), file.Id, "sha256:none", Asker: null, "{}", "conditional", ["2.1"]) { Statements = [marks[0]] }], new Dictionary<string, long>(), Cancel);
        }

        var (added, fresh) = (await reader.TodayAsync(trust, today, Cancel), await new EvidenceReader(_server.Book, _server.Get<PolicyShelf>()).TodayAsync(trust, today, Cancel));
        JsonSerializer.Serialize(added).ShouldBe(JsonSerializer.Serialize(fresh));
        JsonSerializer.Serialize(added).ShouldContain("prohibited 2, permitted 1.");
    }

    [Fact]
    public async Task Evidence_OfAnswers_IsThatOfTheStatementsThatHadAPartInThem()
    {
        var trust = (await _server.Book.Store.OrganisationsAsync(Cancel)).Single(id => id != Installation.Partition);
        var today = UkTime.DayOf(TimeProvider.System.GetUtcNow());
        var before = await StatementsAsync(trust, today);
        var teacher = await _server.SignInAsync("teacher@demo.example");
        foreach (var question in new[] { "May I follow a pupil on Instagram?", "A pupil tells me online that she is being abused" })
        {
            await teacher.OpenAsync("/ask");
            teacher.Fill("What do you want to know?", question);
            await teacher.PressAsync("Ask");
            if (teacher.HasButton("Go on"))
            {
                await teacher.PressAsync("Answer with what is known");
            }
        }

        var changed = (await StatementsAsync(trust, today)).Where(statement => before.Single(each => each.Id == statement.Id).Answers?.Count != statement.Answers?.Count).ToList();
        changed.Where(statement => statement.Kind == "conduct").ShouldAllBe(statement => statement.Id.StartsWith("2.1#", StringComparison.Ordinal) && statement.Text.Contains("connect", StringComparison.Ordinal));
        var duties = changed.Where(statement => statement.Kind == "duty").ToList();
        duties.ShouldNotBeEmpty();
        duties.ShouldAllBe(statement => statement.State != EvidenceState.Shown && statement.Lines[0].StartsWith("Said to people who asked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Evidence_OfMoreAnswersThanAreReadAtOnce_CountsThemAll()
    {
        var trust = (await _server.Book.Store.OrganisationsAsync(Cancel)).Single(id => id != Installation.Partition);
        var file = (await _server.Book.ListAsync<PolicyFile>(trust, Cancel))[0].Value;
        var mark = (await MarksAsync(trust, file))[0];
        var answers = Enumerable.Range(0, 2_345).Select(_ => new DecisionGiven(Guid.CreateVersion7(), file.Id, file.Versions[0].Hash, Asker: null, "{}", "prohibited", ["2.1"]) { Statements = [mark] });
        await _server.Book.WriteAsync(trust, Author.Lanyard, [.. answers], new Dictionary<string, long>(), Cancel);
        await _server.Book.WriteAsync(trust, new(Person: null, TimeProvider.System.GetUtcNow().AddDays(-400)), [new DecisionGiven(Guid.CreateVersion7(), file.Id, "sha256:none", Asker: null, "{}", "prohibited", ["2.1"]) { Statements = [mark] }], new Dictionary<string, long>(), Cancel);
        var governor = await _server.SignInAsync("governor@demo.example");

        await governor.OpenAsync("/evidence");

        governor.Text.ShouldContain("Decided 2,345 times in the last year: prohibited 2,345.");
    }

    [Fact]
    public async Task Clauses_ThatAskDifferentPeople_CountTheirOwn()
    {
        const string Text = "---\npolicy: Walks\norganisation: Lantern\nversion: 1\n---\n\n## 1 Adults\n\n```policy\nThe workforce must accept this policy.\n```\n\n## 2 Students\n\n```policy\nStudents must accept this policy.\n```\n";
        var lead = await _server.SignInAsync("lead@demo.example");
        var address = await PolicySteps.FromTextAsync(lead, "The whole organisation", Text);
        await PolicySteps.PutInForceAsync(lead, address);
        var pupil = await _server.SignInAsync("pupil@demo.example");
        await pupil.OpenAsync($"{address}/accept");
        await pupil.PressAsync("I have read it and accept it");

        var governor = await _server.SignInAsync("governor@demo.example");
        await governor.OpenAsync("/evidence");
        governor.Text.ShouldContain("0 of 7 people have accepted this version. 7 have not.");
        governor.Text.ShouldContain("1 of 1 person has accepted this version.");
        await governor.OpenAsync($"{address}/acceptances");
        governor.Text.ShouldContain("Clauses 1 and 2 ask 8 people.");
        var trust = (await _server.Book.Store.OrganisationsAsync(Cancel)).Single(id => id != Installation.Partition);
        (await _server.Book.AllAsync(trust, Cancel).Select(happening => happening.Event).OfType<PolicyAccepted>().LastAsync(Cancel)).Clause.ShouldBe("2");
    }

    private async Task<IReadOnlyList<StatementEvidence>> StatementsAsync(OrganisationId trust, DateOnly today) =>
        [.. (await _server.Get<EvidenceReader>().TodayAsync(trust, today, Cancel)).Policies[0].Clauses.SelectMany(clause => clause.Statements)];

    private async Task<IReadOnlyList<string>> MarksAsync(OrganisationId trust, PolicyFile file) =>
        [.. (await _server.Get<PolicyShelf>().GetAsync(trust, file.Versions[0].Hash, Cancel))!.Policy!.Statements.Where(statement => statement.Clause == "2.1").Select(statement => statement.Mark)];
}
