using Shouldly;

namespace Lanyard.Web.Tests.Features.Policies;

public sealed class DraftPagesTests : IAsyncLifetime
{
    private readonly RunningServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    [Fact]
    public async Task AProblem_IsShownWithItsLine_AndItsPageExplainsIt()
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        await PolicySteps.FromTextAsync(lead, "The whole organisation", Text("a studnet", "prohibited by 1"));
        await lead.FollowAsync("Edit and check the text");

        var link = lead.Page.QuerySelector("#check a[data-line]")!; // there is a problem
        (link.TextContent, link.GetAttribute("data-line"), link.GetAttribute("data-column")).ShouldBe(("Line 12", "12", "26"));
        lead.Text.ShouldContain("To put it right: Did you mean student ?");
        lead.Text.ShouldNotContain("`student`");
        lead.Text.ShouldNotContain("?.");
        await lead.FollowAsync("About LAN0201 (opens in a new tab)");
        lead.Title.ShouldStartWith("LAN0201");
        lead.Text.ShouldContain("Right");
    }

    [Fact]
    public async Task AVeryLongText_IsRefusedBeforeItIsChecked_AndStaysInTheForm()
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        var address = await PolicySteps.FromTextAsync(lead, "The whole organisation", Text("a student", "prohibited by 1"));
        await lead.OpenAsync($"{address}/edit");
        lead.Fill("The text of the draft", new string('x', 400_001));
        await lead.PressAsync("Save the draft");

        lead.Problems.ShouldHaveSingleItem().ShouldStartWith("The text must be 400,000 characters or fewer");
        lead.Value("The text of the draft").Length.ShouldBe(400_001);
    }

    [Fact]
    public async Task ATextOfManyProblems_ShowsSome()
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        var address = await PolicySteps.FromTextAsync(lead, "The whole organisation", Text("a student", "prohibited by 1") + "\n```policy\n" + string.Concat(Enumerable.Repeat("Blah blah.\n", 300)) + "```\n");
        await lead.OpenAsync($"{address}/edit");

        lead.Page.QuerySelectorAll("#check .app-problem").Length.ShouldBeLessThanOrEqualTo(100);
        lead.Text.ShouldContain("more, which are shown once these are put right");
    }

    [Fact]
    public async Task ATextThatNoFormCanHold_IsAnsweredAsBadRequest()
    {
        using var client = new HttpClient { BaseAddress = new(_server.Address) };
        using var form = new StringContent("Email=a%00b", System.Text.Encoding.ASCII, "application/x-www-form-urlencoded");
        using var response = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(400);
    }

    [Fact]
    public async Task ATextWhoseExampleFails_SaysSo_AndCannotBeRatified()
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        var address = await PolicySteps.FromTextAsync(lead, "The whole organisation", Text("a student", "permitted by 1"));

        lead.Text.ShouldContain("1 example comes out otherwise than the text says, which must be put right");
        await lead.OpenAsync($"{address}/ratify");
        lead.Fill("Who ratified it?", "governing body");
        lead.FillDate("On", Lanyard.Domain.Calendar.UkTime.DayOf(DateTimeOffset.UtcNow));
        lead.Fill("Minute reference", "item 4");
        await lead.PressAsync("Record the ratification");
        lead.Problems.ShouldHaveSingleItem().ShouldStartWith("1 of the examples in the text comes out otherwise than the text says");
    }

    [Theory]
    [InlineData("/help", "The policy language")]
    [InlineData("/help/language", "Front matter")]
    [InlineData("/help/glossary", "designated safeguarding lead")]
    public async Task Help_IsThereForAnybody(string address, string word)
    {
        var anybody = _server.Anybody();
        await anybody.OpenAsync(address);

        anybody.Text.ShouldContain(word);
    }

    [Fact]
    public async Task Help_HasNoOtherPages()
    {
        var anybody = _server.Anybody();
        await anybody.OpenAsync("/help/LAN9999");

        anybody.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task APolicyOfTheLibrary_BecomesADraftInTheOrganisationsName()
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        await lead.OpenAsync("/policies/new");
        lead.Text.ShouldContain("Model policy: Social Media Policy 32 clauses, such as: Who it is for;");
        lead.Tick("Model policy: Social Media Policy", isTicked: false);
        lead.Tick("Social Media Policy of Beam Trust");
        await lead.PressAsync("Make a draft");

        var text = lead.Value("The text of the draft");
        text.ShouldContain("organisation: \"Lantern Schools Trust\"");
        text.ShouldContain("version: 1\n");
        text.ShouldContain("action: draft");
        text.ShouldNotContain("ratified, by");
        text.ShouldContain("lead safeguarding officer: designated safeguarding lead"); // its words stay
    }

    [Fact]
    public async Task APolicyInForce_ListsItsDocuments_TheLaw_AndWhatItsTextShouldPutRight()
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        var address = await PolicySteps.FromLibraryAsync(lead, "beam-trust");

        lead.Text.ShouldContain("Read with it Code of Conduct ( clause 3.2 )");
        lead.Text.ShouldContain("The law and guidance it rests on Regulation of Investigatory Powers Act 2000");
        lead.Text.ShouldContain("its rules on interception were replaced by the Investigatory Powers Act 2016");

        var teacher = await _server.SignInAsync("teacher@demo.example");
        await teacher.OpenAsync(address);
        teacher.Text.ShouldContain("Code of Conduct");
        teacher.Text.ShouldNotContain("What the text should put right"); // is for whoever looks after it
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private static string Text(string whom, string expected) =>
        $"---\npolicy: Ours\norganisation: Lantern\nversion: 1\n---\n\n## 1 Contact\n\nNo messages.\n\n```policy\nStaff must not message {whom}.\n```\n\n```scenario\nA teacher messages a student.\n→ {expected}\n```\n";
}
