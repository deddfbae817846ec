using Lanyard.Accounts;
using Shouldly;

namespace Lanyard.Web.Tests.Features.Home;

/// <summary>The way from an empty product to one that is ready, as its first administrator goes it.</summary>
public sealed class SetUpTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lanyard-set-up-");
    private Microsoft.AspNetCore.Builder.WebApplication _app = null!; // started before every test
    private Visitor _first = null!; // signed in before every test

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await LanyardServer.BuildAsync(new() { DataFolder = _folder.FullName, Urls = "http://127.0.0.1:0" }, Cancel);
        await _app.StartAsync(Cancel);
        _first = new(_app.Urls.First());
        await _first.OpenAsync($"/first/{await FirstLink.MakeAsync(_app.Services, Cancel)}");
        _first.Fill("Name of the trust, school or company", "Oak Trust");
        _first.Tick("A trust or federation with several schools");
        _first.Fill("Full name", "Lee Lead");
        _first.Fill("Email address", "lead@oak.example");
        _first.Tick("Computing lead");
        _first.Fill("Password", "quiet-harbour-lantern-42");
        await _first.PressAsync("Set Lanyard up");
        await _first.OpenAsync("/");
    }

    public async ValueTask DisposeAsync()
    {
        _first.Dispose();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void AnEmptyProduct_SaysWhatIsToBeDone_AndInWhichOrder()
    {
        _first.Text.ShouldContain("0 of 6 done.");
        _first.Text.ShouldNotContain("Nothing waits for you");
        Steps().ShouldBe(
        [
            ("Enter the term dates", "To do"), ("Say who people can turn to for help", "To do"), ("Add people", "To do"),
            ("Bring in your policy", "To do"), ("Have it ratified, and put it in force", "Cannot start yet"), ("Invite people to sign in", "Cannot start yet"),
        ]);
    }

    [Fact]
    public async Task EachStep_LeadsToItsPage_AndIsCompletedThere()
    {
        await _first.FollowAsync("Enter the term dates");
        _first.Address.ToString().ShouldBe("/organisation");
        await AddPersonAsync();
        await _first.OpenAsync("/");
        _first.Text.ShouldContain("1 of 6 done.");
        _first.Text.ShouldContain("1 person has no account yet");
        await PolicySteps.FromLibraryAsync(_first, "model-policy");

        await _first.OpenAsync("/");
        Steps().Where(step => step.State == "Completed").Select(step => step.Name)
            .ShouldBe(["Add people", "Bring in your policy", "Have it ratified, and put it in force"]);

        await _first.FollowAsync("Invite people to sign in");
        _first.Address.ToString().ShouldBe("/people/invitations");
    }

    private async Task AddPersonAsync()
    {
        await _first.OpenAsync("/people/new");
        _first.Fill("Full name", "Tilly Teach");
        _first.Fill("Email address (optional)", "tilly@oak.example");
        _first.Select("Role 1", "Teacher");
        await _first.PressAsync("Save");
    }

    private List<(string Name, string State)> Steps() =>
    [
        .. _first.Page.QuerySelectorAll(".govuk-task-list__item").Select(item => (
            item.QuerySelector(".govuk-task-list__name-and-hint > :first-child")!.TextContent.Trim(),
            item.QuerySelector(".govuk-task-list__status")!.TextContent.Trim())),
    ];
}
