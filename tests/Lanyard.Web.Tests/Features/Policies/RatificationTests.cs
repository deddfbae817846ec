using System.Net;
using Lanyard.Domain.Calendar;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Policies;
using Shouldly;

namespace Lanyard.Web.Tests.Features.Policies;

public sealed class RatificationTests : IAsyncLifetime
{
    private const string Text = "---\npolicy: Walks\norganisation: Lantern\nversion: 1\n---\n\n## 1 Conduct\n\n```policy\nStaff must accept this policy.\n```\n";
    private const string OnPaper = "This policy was approved on paper before it came into Lanyard";

    private readonly RunningServer _server = new();
    private Visitor _lead = null!; // signed in before every test
    private string _address = "";

    private static DateOnly Today => UkTime.DayOf(DateTimeOffset.UtcNow);

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        _lead = await _server.SignInAsync("lead@demo.example");
        _address = await PolicySteps.FromTextAsync(_lead, "The whole organisation", Text);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task ADayBeforeTheTextWasWritten_IsTakenOnlyWhenItIsConfirmed()
    {
        await RatifyAsync(new(2019, 5, 14));
        _lead.Problems.ShouldHaveSingleItem().ShouldContain("after that meeting. Correct the date, or confirm that the policy was approved on paper before");

        _lead.Tick(OnPaper);
        await _lead.PressAsync("Record the ratification");
        _lead.Text.ShouldContain("By the governing body on 14 May 2019: item 4. It was approved on paper before its text came into Lanyard.");
    }

    [Fact]
    public async Task AWrongDay_IsCorrected_AndBothAreShown()
    {
        await RatifyAsync(Today);
        _lead.Text.ShouldNotContain("on paper");
        await _lead.OpenAsync($"{_address}/in-force");
        await _lead.PressAsync("Put it in force");
        await _lead.FollowAsync("Correct the date or the minute reference");
        _lead.Value("Minute reference").ShouldBe("item 4");
        _lead.Fill("Minute reference", "item 5");
        _lead.FillDate("On", Today.AddDays(-3));
        await _lead.PressAsync("Record the correction");
        _lead.Problems.Count.ShouldBe(2); // the reason, and that the meeting was before the text
        _lead.Fill("Why do you correct it?", "the wrong meeting was entered");
        _lead.Tick(OnPaper);
        await _lead.PressAsync("Record the correction");

        _lead.Text.ShouldContain($"By the governing body on {Today.AddDays(-3).InWords()}: item 5. It was approved on paper before its text came into Lanyard. Corrected on {Today.InWords()}: the wrong meeting was entered. Until then the record said {Today.InWords()}: item 4");
        var governor = await _server.SignInAsync("governor@demo.example");
        await governor.OpenAsync("/evidence/pack?On.Day=");
        governor.Text.ShouldContain("Until then the record said");
        await governor.OpenAsync(_lead.Address.ToString());
        governor.Text.ShouldNotContain("Correct the date");
    }

    [Fact]
    public async Task AVersion_OfTheSameDayOrTheSameText_KeepsWhatItWas()
    {
        await PolicySteps.PutInForceAsync(_lead, _address);
        await _lead.OpenAsync($"{_address}/edit");
        _lead.Fill("The text of the draft", Text.Replace("Staff", "Governors", StringComparison.Ordinal));
        await _lead.PressAsync("Save the draft");
        await PolicySteps.PutInForceAsync(_lead, _address);
        await _lead.OpenAsync($"{_address}/edit");
        _lead.Fill("The text of the draft", Text);
        await _lead.PressAsync("Save the draft");
        await RatifyAsync(Today);
        await _lead.OpenAsync(_address);
        await _lead.OpenAsync(_lead.Page.QuerySelectorAll("a").Last(link => link.TextContent.Contains("Correct the date", StringComparison.Ordinal)).GetAttribute("href")!); // that of the draft
        _lead.Fill("Minute reference", "item 5");
        _lead.Fill("Why do you correct it?", "the wrong item was entered");
        await _lead.PressAsync("Record the correction");
        await _lead.OpenAsync($"{_address}/in-force");
        await _lead.PressAsync("Put it in force");

        var trust = (await _server.Book.Store.OrganisationsAsync(TestContext.Current.CancellationToken)).Single(id => id != Installation.Partition);
        var file = (await _server.Book.ListAsync<PolicyFile>(trust, TestContext.Current.CancellationToken)).Select(kept => kept.Value).Single(each => each.Title == "Walks");
        file.Versions.Select(version => version.Ratification.Minute).ShouldBe(["Full governors, item 4", "Full governors, item 4", "item 5"]);
        file.InForceOn(Today).ShouldBe(file.Versions[2]);
    }

    [Fact]
    public async Task ADraft_IsGivenUp_OnlyAfterASecondThought()
    {
        await _lead.OpenAsync(_address);
        _lead.Page.QuerySelector("details")!.TextContent.ShouldContain("Give the draft up");
        await _lead.PressAsync("Yes, give it up");
        _lead.Text.ShouldContain("The draft was given up.");
    }

    [Fact]
    public async Task ACorrection_OfATextThatIsNotRatified_OrByAnybodyElse_IsRefused()
    {
        await _lead.OpenAsync($"{_address}/ratification/sha256:none");
        _lead.Status.ShouldBe(HttpStatusCode.NotFound);
        var teacher = await _server.SignInAsync("teacher@demo.example");
        await teacher.OpenAsync($"{_address}/ratification/sha256:none");
        teacher.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task RatifyAsync(DateOnly on)
    {
        await _lead.OpenAsync($"{_address}/ratify");
        _lead.Fill("Who ratified it?", "governing body");
        _lead.FillDate("On", on);
        _lead.Fill("Minute reference", "item 4");
        await _lead.PressAsync("Record the ratification");
    }
}
