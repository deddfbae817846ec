using Lanyard.Domain.Calendar;
using Shouldly;

namespace Lanyard.Web.Tests.Features.Policies;

public sealed class ConsultationTests : IAsyncLifetime
{
    private const string Text = "---\npolicy: Walks\norganisation: Lantern\nversion: 1\n---\n\n## 1 Conduct\n\n```policy\nStaff must accept this policy.\nThis policy is reviewed every 1 year by the governing body, consulting governors, students, parents and the safeguarding team.\n```\n";

    private readonly RunningServer _server = new();
    private Visitor _lead = null!; // signed in before every test
    private string _address = "";

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        _lead = await _server.SignInAsync("lead@demo.example");
        _address = await PolicySteps.FromTextAsync(_lead, "The whole organisation", Text);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Form_OffersEachGroupOnce_WithItsPeople()
    {
        await _lead.OpenAsync($"{_address}/consult");

        _lead.Page.QuerySelectorAll("[name=Groups]").Select(box => box.GetAttribute("value")).ShouldBe(["governors", "students", "parents", "safeguarding team", "staff", "volunteers", "partners"]);
        _lead.Page.QuerySelectorAll("[name=Groups][checked]").Length.ShouldBe(4);
        _lead.Text.ShouldContain("Clause 1 asks for: governors, students, parents, safeguarding team.");
        _lead.Text.ShouldContain("Students 1 person");
    }

    [Fact]
    public async Task Somebody_AnswersAsAGroupOfTheirs_AndAsNoOther()
    {
        await OpenAsync("Staff");
        var pupil = await _server.SignInAsync("pupil@demo.example");
        await pupil.FollowAsync("Say what you think of the draft: Walks");
        pupil.Text.ShouldContain("You answer as one of the students.");
        pupil.Page.QuerySelectorAll("[type=radio]").Length.ShouldBe(0);
        pupil.Fill("What do you think of it?", "More walks.");
        await pupil.PressAsync("Send your answer");
        pupil.Text.ShouldContain("Your answer was kept");

        var dsl = await _server.SignInAsync("dsl@demo.example");
        await dsl.OpenAsync($"{_address}/answer");
        dsl.Fill("What do you think of it?", "Walk in pairs.");
        await dsl.PressAsync("Send your answer");
        dsl.Problems.ShouldBe(["Choose as which group you answer"]);
        dsl.Page.QuerySelectorAll("[type=radio]").Length.ShouldBe(2); // staff, and the safeguarding team
        dsl.Tick("Safeguarding team");
        await dsl.PressAsync("Send your answer");

        await _lead.OpenAsync(_address);
        _lead.Text.ShouldContain("More walks. students,");
        _lead.Text.ShouldContain("Walk in pairs. safeguarding team,");
        _lead.Text.ShouldContain("2 answers");
    }

    [Fact]
    public async Task Somebody_OfNoGroup_IsTold_AndCannotAnswer()
    {
        await OpenAsync();
        var volunteer = await _server.SignInAsync("volunteer@demo.example");
        volunteer.Text.ShouldNotContain("Say what you think");
        await volunteer.OpenAsync(_address);
        await volunteer.FollowAsync("Read the draft");

        volunteer.Text.ShouldContain("This consultation asks governors, students, parents, safeguarding team. You hold no role in any of these groups");
        volunteer.HasButton("Send your answer").ShouldBeFalse();
    }

    [Fact]
    public async Task AnAnswer_IsShownAgain_AndReplacedOnlyKnowingly()
    {
        await OpenAsync();
        var pupil = await _server.SignInAsync("pupil@demo.example");
        var secondTab = await _server.SignInAsync("pupil@demo.example");
        await secondTab.OpenAsync($"{_address}/answer");
        await pupil.OpenAsync($"{_address}/answer");
        pupil.Fill("What do you think of it?", "More walks.");
        await pupil.PressAsync("Send your answer");
        await pupil.OpenAsync($"{_address}/answer");
        pupil.Text.ShouldContain("as one of the students: More walks.");
        pupil.Value("Change or add to your answer").ShouldBe("More walks.");

        secondTab.Fill("What do you think of it?", "Fewer walks.");
        await secondTab.PressAsync("Send your answer");
        secondTab.Problems.ShouldHaveSingleItem().ShouldStartWith("You have answered meanwhile.");
        await secondTab.PressAsync("Replace your answer");

        await _lead.OpenAsync(_address);
        _lead.Text.ShouldContain("1 answer");
        _lead.Text.ShouldContain("Fewer walks.");
        _lead.Text.ShouldNotContain("More walks.");
    }

    [Fact]
    public async Task AnAnswer_SentManyTimesAtOnce_IsOne()
    {
        await OpenAsync();
        var tabs = new List<Visitor>();
        for (var at = 0; at < 6; at++) // one after another: so many sign-ins of one person at once are held up as guessing
        {
            var tab = await _server.SignInAsync("pupil@demo.example");
            tabs.Add(tab);
            await tab.OpenAsync($"{_address}/answer");
            tab.Fill("What do you think of it?", "More walks.");
        }

        await Task.WhenAll(tabs.Select(tab => tab.PressAsync("Send your answer")));
        await _lead.OpenAsync(_address);
        _lead.Text.ShouldContain("1 answer");
    }

    [Fact]
    public async Task AConsultation_IsAYearAtTheMost()
    {
        await _lead.OpenAsync($"{_address}/consult");
        _lead.FillDate("Until", new(9999, 1, 1));
        await _lead.PressAsync("Open the consultation");
        _lead.Problems.ShouldBe(["The last day for answers must be within a year"]);
    }

    [Fact]
    public async Task Answers_ToAnEarlierText_AreToldApart()
    {
        await OpenAsync();
        var pupil = await _server.SignInAsync("pupil@demo.example");
        await pupil.OpenAsync($"{_address}/answer");
        pupil.Fill("What do you think of it?", "More walks.");
        await pupil.PressAsync("Send your answer");
        await _lead.OpenAsync(_address);
        await _lead.PressAsync("Close the consultation");
        await _lead.OpenAsync($"{_address}/edit");
        _lead.Fill("The text of the draft", Text.Replace("Staff must", "Volunteers must", StringComparison.Ordinal));
        await _lead.PressAsync("Save the draft");
        await _lead.OpenAsync(_address);
        _lead.Text.ShouldContain("1 answer; the text has changed since");

        await OpenAsync();
        await _lead.OpenAsync(_address);
        _lead.Text.ShouldContain("0 answers, and 1 about an earlier text");
        _lead.Text.ShouldContain("What people said about an earlier text More walks.");
        await pupil.OpenAsync($"{_address}/answer");
        pupil.Value("What do you think of it?").ShouldBe(""); // that was another text
    }

    [Fact]
    public async Task ADraftThatIsEditedMeanwhile_IsStillAskedAboutAsItWasPutToPeople()
    {
        await OpenAsync();
        await _lead.OpenAsync($"{_address}/edit");
        _lead.Fill("The text of the draft", Text.Replace("Staff must", "Volunteers must", StringComparison.Ordinal));
        await _lead.PressAsync("Save the draft");
        var pupil = await _server.SignInAsync("pupil@demo.example");
        await pupil.OpenAsync($"{_address}/answer");

        pupil.Text.ShouldContain("The draft has been worked on since. This is the text that you are asked about.");
        pupil.Text.ShouldContain("Staff must accept this policy.");
    }

    [Fact]
    public async Task ADraftThatDoesNotRead_CannotBePutToPeople()
    {
        await _lead.OpenAsync($"{_address}/edit");
        _lead.Fill("The text of the draft", Text.Replace("Staff must accept", "Staff must acept", StringComparison.Ordinal));
        await _lead.PressAsync("Save the draft");
        await _lead.OpenAsync($"{_address}/consult");
        _lead.Tick("Staff");
        await _lead.PressAsync("Open the consultation");

        _lead.Problems.ShouldHaveSingleItem().ShouldBe("The text has errors, so it cannot be put to people. Put them right in the editor first.");
    }

    private async Task OpenAsync(params string[] more)
    {
        await _lead.OpenAsync($"{_address}/consult");
        foreach (var group in more)
        {
            _lead.Tick(group);
        }

        _lead.FillDate("Until", UkTime.DayOf(DateTimeOffset.UtcNow).AddDays(14));
        await _lead.PressAsync("Open the consultation");
        _lead.Text.ShouldContain("The consultation is open.");
    }
}
