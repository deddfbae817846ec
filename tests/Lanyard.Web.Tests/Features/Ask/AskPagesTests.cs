using System.Globalization;
using Lanyard.Domain.Calendar;
using Lanyard.Records;
using Lanyard.Workflows.Asking;
using Shouldly;

namespace Lanyard.Web.Tests.Features.Ask;

public sealed class AskPagesTests : IAsyncLifetime
{
    private const string Addition = "---\npolicy: Fellside rules\norganisation: \"Fellside\"\nversion: \"1\"\n---\n\n## 1 Blogs\n\nNo blogs.\n\n```policy\nStaff must not post content on a blog.\n```\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private readonly RunningServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    [Fact]
    public async Task ADisclosure_IsAnsweredAtOnceWithWhoMustBeTold()
    {
        var teacher = await _server.SignInAsync("teacher@demo.example");
        await AskAsync(teacher, "a pupil told me that her dad hits her. What do I do?");

        teacher.HasButton("Go on").ShouldBeTrue(); // there is more to ask, and this does not wait for it
        teacher.Text.ShouldContain("Whatever you answer below, this must now be done");
        teacher.Text.ShouldContain("report it to the designated safeguarding lead immediately");
    }

    [Fact]
    public async Task ADueDay_WhereNoTermsAreKnown_SaysHowItWasCounted_AndWhoMayIsShownWhereToEnterThem()
    {
        const string Question = "I received a connection request from a student on my personal account.";
        var today = UkTime.DayOf(DateTimeOffset.UtcNow);
        var lead = await _server.SignInAsync("lead@demo.example");
        await lead.OpenAsync("/organisation");
        lead.Fill("Terms and half terms", string.Create(CultureInfo.InvariantCulture, $"{today.AddDays(-30):yyyy-MM-dd} to {today.AddDays(30):yyyy-MM-dd}"));
        await lead.PressAsync("Save the dates");
        await AskAsync(lead, Question);
        lead.Text.ShouldContain("within 1 school day");
        lead.Text.ShouldNotContain("counted in weekdays");

        await lead.OpenAsync("/organisation");
        lead.Fill("Terms and half terms", "3 September 2020 to 17 December 2020"); // years ago
        await lead.PressAsync("Save the dates");
        await AskAsync(lead, Question);
        lead.Text.ShouldContain(", counted in weekdays, because no term dates are known; enter them under Organisation");

        var teacher = await _server.SignInAsync("teacher@demo.example");
        await AskAsync(teacher, Question);
        teacher.Text.ShouldContain("counted in weekdays, because no term dates are known");
        teacher.Text.ShouldNotContain("enter them under Organisation");
    }

    [Fact]
    public async Task WhatIsNotTicked_CountsButIsNotRecited()
    {
        var teacher = await _server.SignInAsync("teacher@demo.example");
        await AskAsync(teacher, "can I post a photo of my class on the school instagram?");
        await teacher.PressAsync("Go on");

        teacher.Text.ShouldContain("And none of these (");
        var heard = teacher.Page.QuerySelectorAll("main p").First(line => line.TextContent.Contains("Understood so far", StringComparison.Ordinal)).TextContent;
        heard.ShouldNotContain("not");
        teacher.Text.ShouldContain("content that is offensive");
    }

    [Fact]
    public async Task WhatAColleagueDoes_IsAnsweredWithWhomToTell()
    {
        var teacher = await _server.SignInAsync("teacher@demo.example");
        await AskAsync(teacher, "A colleague follows pupils on Instagram. What should I do?");

        teacher.Text.ShouldContain("Prohibited, by clause 2.1");
        teacher.Text.ShouldContain("If you know that somebody has done this");
        teacher.Text.ShouldContain("report it to the headteacher");
        teacher.Text.ShouldContain("(an allegation), and it was the headteacher:");
        teacher.Text.ShouldContain("(a low-level concern), and it was staff other than the headteacher:");
        teacher.Text.ShouldContain("You must report it to the chair of governors");
        teacher.Text.ShouldNotContain("Social media is a good thing");
    }

    [Fact]
    public async Task AReportOfHarm_IsAnsweredToWhoeverAsks_AndNotWithDont()
    {
        var pupil = await _server.SignInAsync("pupil@demo.example");
        await AskAsync(pupil, "someone is bullying me on snapchat");
        pupil.Text.ShouldContain("Report it to a trusted adult");
        pupil.Text.ShouldNotContain("A student must");
        pupil.Text.ShouldNotContain("Social media is a good thing");

        var teacher = await _server.SignInAsync("teacher@demo.example");
        await AskAsync(teacher, "a pupil told me that her dad hits her. What do I do?");
        teacher.HasButton("Go on").ShouldBeTrue();
        teacher.Text.ShouldNotContain("In doubt, do not post");
    }

    [Fact]
    public async Task AChildOfWhomAnAdultAsksSomething_IsShownWhomToTellBeforeAnyQuestion()
    {
        var pupil = await _server.SignInAsync("pupil@demo.example");
        await AskAsync(pupil, "a teacher asked me for my snapchat");

        pupil.HasButton("Go on").ShouldBeFalse();
        pupil.Text.ShouldContain("Tell an adult you trust now, or the headteacher or the designated safeguarding lead");
    }

    [Fact]
    public async Task AChildWhoTellsOfHarm_IsShownHelpFirst_AndAskedNothing()
    {
        var pupil = await _server.SignInAsync("pupil@demo.example");
        await AskAsync(pupil, "a boy says he will leak my nudes if i dont send more");

        pupil.HasButton("Go on").ShouldBeFalse();
        pupil.Text.IndexOf("Childline", StringComparison.Ordinal)
            .ShouldBeInRange(0, pupil.Text.IndexOf("What the rules here ask of you", StringComparison.Ordinal));
        pupil.Text.ShouldContain("a trusted adult");
    }

    [Fact]
    public async Task WhatThePolicyIsNotAbout_IsSaidToBeAMatterForSomebodyElse()
    {
        var teacher = await _server.SignInAsync("teacher@demo.example");
        await AskAsync(teacher, "can I give a pupil a lift home?");

        teacher.Text.ShouldContain("This policy is not about what you ask (\"give a lift\")");
    }

    [Fact]
    public async Task WhatIsNotUnderstood_IsAnsweredWithWhereHelpIsFirst()
    {
        var pupil = await _server.SignInAsync("pupil@demo.example");
        await AskAsync(pupil, "everything is awful and nobody cares");

        pupil.Text.ShouldContain("call Childline");
        pupil.Text.IndexOf("Childline", StringComparison.Ordinal).ShouldBeLessThan(pupil.Text.IndexOf("What do you want to know?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithTwoPolicies_TheInterviewEnds_AndWhatWasTickedCounts()
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        await PolicySteps.PutInForceAsync(lead, await PolicySteps.FromTextAsync(lead, "Fellside Secondary School: rules added to those of the whole organisation", Addition.Replace("post content on a blog", "message a governor outside working hours", StringComparison.Ordinal)));
        var teacher = await _server.SignInAsync("teacher@demo.example");
        await AskAsync(teacher, "May I message a governor on WhatsApp?");
        for (var page = 0; page < 10 && teacher.HasButton("Go on"); page++)
        {
            var boxes = teacher.Page.QuerySelectorAll("main label").Select(label => label.TextContent.Trim()).ToList();
            teacher.Tick(boxes.Find(label => label.Contains("grooming", StringComparison.Ordinal)) ?? boxes[0]);
            await teacher.PressAsync("Go on");
        }

        teacher.HasButton("Go on").ShouldBeFalse();
        teacher.Text.ShouldContain("Prohibited, by clause");
        teacher.Text.ShouldContain("could be taken for grooming");
    }

    [Theory]
    [InlineData("can I post something on the school instagram?")] // a checklist comes first
    [InlineData("may I message a parent?")] // a choice comes first
    public async Task WhoeverWantsTheAnswerAtOnce_HasSaidNothingOfWhatWasAskedLast(string question)
    {
        var teacher = await _server.SignInAsync("teacher@demo.example");
        await AskAsync(teacher, question);
        teacher.HasButton("Go on").ShouldBeTrue();
        await teacher.PressAsync("Answer with what is known");

        teacher.Problems.ShouldBeEmpty();
        teacher.Text.ShouldContain("The answer");
        teacher.Text.ShouldNotContain("none of these");
        teacher.Text.ShouldContain("It depends on what is not known");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SomebodyMayAskWithoutTheirName_AndThenOnlyTheSituationIsKept(bool isAnonymous)
    {
        var teacher = await _server.SignInAsync("teacher@demo.example");
        await teacher.OpenAsync("/ask");
        teacher.TickOnly("anonymous", isAnonymous ? "yes" : "no");
        await AskHereAsync(teacher, "can I post a photo of my class on the school instagram?");
        await teacher.PressAsync("Answer with what is known");

        teacher.Text.ShouldContain(isAnonymous ? "The answer was kept without your name." : "The answer was kept with your name");
        var organisation = (await _server.Book.Store.OrganisationsAsync(Cancel)).Single(id => id != Installation.Partition);
        var kept = (await _server.Book.ListAsync<RecordedDecision>(organisation, Cancel)).ShouldHaveSingleItem().Value;
        (kept.Asker is null).ShouldBe(isAnonymous);
        var entries = await _server.Book.HistoryAsync(organisation, $"decision/{kept.Id:N}", Cancel).ToListAsync(Cancel);
        entries.ShouldAllBe(entry => (entry.By == null) == isAnonymous);
    }

    [Fact]
    public async Task ASchoolsOwnRules_AreSaidToBeItsOwn_AndHoldOnlyThere()
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        var address = await PolicySteps.FromTextAsync(lead, "Fellside Secondary School: rules added to those of the whole organisation", Addition);
        await PolicySteps.PutInForceAsync(lead, address);
        lead.Text.ShouldContain("Rules that Fellside Secondary School adds to those of the whole organisation");

        await AskAsync(lead, "can a teacher post on a blog?");
        await lead.PressAsync("Answer with what is known");
        lead.Text.ShouldContain("So says what Fellside Secondary School adds to the rules of the whole organisation");
        lead.Text.ShouldContain("Fellside rules (at Fellside Secondary School only): prohibited");

        await lead.OpenAsync("/ask");
        lead.Select("Which school is it about?", "Harbour Street Primary School");
        await AskHereAsync(lead, "can a teacher post on a blog?");
        await lead.PressAsync("Answer with what is known");
        lead.Text.ShouldNotContain("Fellside");

        var parent = _server.Anybody();
        await parent.OpenAsync($"/public");
        await parent.FollowAsync("Lantern Schools Trust");
        parent.Text.ShouldContain("Fellside rules , rules that Fellside Secondary School adds, in force since");
        await parent.FollowAsync("Fellside rules");
        parent.Text.ShouldContain("These rules are those of Fellside Secondary School");
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private static async Task AskAsync(Visitor visitor, string question)
    {
        await visitor.OpenAsync("/ask");
        await AskHereAsync(visitor, question);
    }

    private static Task AskHereAsync(Visitor visitor, string question)
    {
        visitor.Fill("What do you want to know?", question);
        return visitor.PressAsync("Ask");
    }
}
