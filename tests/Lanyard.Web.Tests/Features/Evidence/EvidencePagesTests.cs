using System.Text.Json;
using Lanyard.Records;
using Lanyard.Web.Features.Evidence;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Acceptances;
using Lanyard.Workflows.Asking;
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

        var answers = Enumerable.Range(0, 7).Select(_ => new DecisionGiven(Guid.CreateVersion7(), file.Id, file.Versions[0].Hash, Asker: null, "{}", "prohibited", ["2.1"]));
        await _server.Book.WriteAsync(trust, Author.Lanyard, [.. answers, new PersonJoined(new(Guid.CreateVersion7()), []) { Content = new("Roly Noroles", null) }], new Dictionary<string, long>(), Cancel);
        await governor.OpenAsync("/evidence");

        governor.Text.ShouldContain($"{InSevenDecisions}: prohibited 7.");
        governor.Text.ShouldContain("Roly Noroles holds no role");
    }

    [Fact]
    public async Task Evidence_AddedToAsThingsHappen_IsWhatAFreshReadingFinds()
    {
        var trust = (await _server.Book.Store.OrganisationsAsync(Cancel)).Single(id => id != Installation.Partition);
        var file = (await _server.Book.ListAsync<PolicyFile>(trust, Cancel))[0].Value;
        var reader = _server.Get<EvidenceReader>();
        var today = UkTime.DayOf(TimeProvider.System.GetUtcNow());
        foreach (var (verdict, clauses) in new[] { ("prohibited", new[] { "2.1", "2.2" }), ("permitted", ["2.1"]), ("prohibited", ["2.1", "2.1"]) })
        {
            await reader.TodayAsync(trust, today, Cancel);
            await _server.Book.WriteAsync(trust, Author.Lanyard, [new DecisionGiven(Guid.CreateVersion7(), file.Id, "sha256:none", Asker: null, "{}", verdict, [.. clauses]), new PersonJoined(new(Guid.CreateVersion7()), []) { Content = new($"Roly {verdict}", null) }], new Dictionary<string, long>(), Cancel);
            await _server.Book.WriteAsync(trust, new(Person: null, TimeProvider.System.GetUtcNow().AddDays(-400)), [new DecisionGiven(Guid.CreateVersion7(), file.Id, "sha256:none", Asker: null, "{}", "conditional", ["2.1"])], new Dictionary<string, long>(), Cancel);
        }

        var (added, fresh) = (await reader.TodayAsync(trust, today, Cancel), await new EvidenceReader(_server.Book, _server.Get<PolicyShelf>()).TodayAsync(trust, today, Cancel));
        JsonSerializer.Serialize(added).ShouldBe(JsonSerializer.Serialize(fresh));
        JsonSerializer.Serialize(added).ShouldContain("prohibited 2, permitted 1.");
    }

    [Fact]
    public async Task Evidence_OfMoreAnswersThanAreReadAtOnce_CountsThemAll()
    {
        var trust = (await _server.Book.Store.OrganisationsAsync(Cancel)).Single(id => id != Installation.Partition);
        var file = (await _server.Book.ListAsync<PolicyFile>(trust, Cancel))[0].Value;
        var answers = Enumerable.Range(0, 2_345).Select(_ => new DecisionGiven(Guid.CreateVersion7(), file.Id, file.Versions[0].Hash, Asker: null, "{}", "prohibited", ["2.1"]));
        await _server.Book.WriteAsync(trust, Author.Lanyard, [.. answers], new Dictionary<string, long>(), Cancel);
        await _server.Book.WriteAsync(trust, new(Person: null, TimeProvider.System.GetUtcNow().AddDays(-400)), [new DecisionGiven(Guid.CreateVersion7(), file.Id, "sha256:none", Asker: null, "{}", "prohibited", ["2.1"])], new Dictionary<string, long>(), Cancel);
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
}
