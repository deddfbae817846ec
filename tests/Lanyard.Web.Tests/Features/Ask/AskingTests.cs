using Lanyard.Domain.Organisations;
using Lanyard.Records.Chain;
using Lanyard.Workflows.Asking;
using Shouldly;

namespace Lanyard.Web.Tests.Features.Ask;

/// <summary>Asking as a way that one can go back along: by the front door, without a script.</summary>
public sealed class AskingTests : IAsyncLifetime
{
    private const string Teacher = "teacher@demo.example";
    private const string Pupil = "pupil@demo.example";
    private const string Harm = "a boy says he will leak my nudes if i dont send more";
    private const string Photo = "can I post a photo of a pupil on the school website? Her parents have consented";

    private readonly RunningServer _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    [Fact]
    public async Task Back_LeadsThroughTheQuestions_WithWhatWasAnswered_ToTheWordsThatWereTyped()
    {
        var teacher = await _server.SignInAsync(Teacher);
        await AskAsync(teacher, "may I message a parent?");
        var first = teacher.Title;
        var chosen = ChooseFirst(teacher);
        await teacher.PressAsync("Go on");
        teacher.Title.ShouldNotBe(first);
        await teacher.FollowAsync("Back");

        teacher.Title.ShouldBe(first);
        ChosenIn(teacher).ShouldBe(chosen);
        await teacher.FollowAsync("Back");
        teacher.Value("What do you want to know?").ShouldBe("may I message a parent?");
    }

    [Fact]
    public async Task AnAnswer_IsChangedFromWhereItIsShown_AndTheRestStays()
    {
        var teacher = await _server.SignInAsync(Teacher);
        await AskAsync(teacher, "may I message a parent?");
        await GoOnAsync(teacher, visitor => ChooseFirst(visitor));
        var given = teacher.Page.QuerySelectorAll(".govuk-summary-list__row").Length;
        given.ShouldBeGreaterThan(1);
        var verdict = Verdict(teacher);

        var change = teacher.Page.QuerySelectorAll(".govuk-summary-list__actions a")[1];
        await teacher.OpenAsync(change.GetAttribute("href")!); // a link leads somewhere
        ChosenIn(teacher).ShouldNotBeEmpty();
        await teacher.PressAsync("Go on");
        Verdict(teacher).ShouldBe(verdict); // nothing was changed, so nothing is different, and nothing was asked again

        await teacher.OpenAsync(change.GetAttribute("href")!); // as above
        ChooseLast(teacher);
        await teacher.PressAsync("Go on");
        await GoOnAsync(teacher, visitor => ChooseFirst(visitor));
        teacher.Page.QuerySelectorAll(".govuk-summary-list__row").Length.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task EveryFormThatIsSent_LeadsToAnAddressThatOpensAgain_AndTellsNothing()
    {
        var teacher = await _server.SignInAsync(Teacher);
        await AskAsync(teacher, "may I message a parent on whatsapp?");
        await ShouldOpenAgainAsync(teacher);
        await teacher.PressAsync("Go on"); // with nothing chosen, or nothing ticked
        await ShouldOpenAgainAsync(teacher);
        await GoOnAsync(teacher, visitor => ChooseFirst(visitor));
        await ShouldOpenAgainAsync(teacher);
        teacher.Text.ShouldContain("The answer");
        await AskAsync(teacher, "");
        teacher.Problems.ShouldBe(["Enter what you want to know"]);
        await ShouldOpenAgainAsync(teacher);

        var other = await _server.SignInAsync("head@demo.example");
        await AskAsync(teacher, "may I message a parent on whatsapp?");
        await other.OpenAsync(teacher.Address.OriginalString);
        other.Text.ShouldNotContain("message");
        other.Text.ShouldContain("is forgotten after two hours");
    }

    [Fact]
    public async Task ToGoBackAndLook_WritesNothing()
    {
        var teacher = await _server.SignInAsync(Teacher);
        await AskAsync(teacher, "May I follow a pupil on Instagram?");
        await GoOnAsync(teacher, visitor => ChooseFirst(visitor));
        var (answer, before) = (teacher.Address.OriginalString, await HeadAsync());
        await teacher.FollowAsync("Back");
        await teacher.OpenAsync(answer);

        (await HeadAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("yes", "Permitted")]
    [InlineData("no / refused", "On these conditions")]
    [InlineData("asked for, not yet answered", "You have asked for it. Wait for the answer.")]
    [InlineData("for something else", "What you have is for something else, so it does not count here.")]
    [InlineData("I do not know", "On these conditions")]
    public async Task APermission_IsNeverTakenFromTheWords_ButAsked(string state, string then)
    {
        var teacher = await _server.SignInAsync(Teacher);
        await AskAsync(teacher, Photo);
        var asked = new List<string>();
        await GoOnAsync(teacher, visitor =>
        {
            if (visitor.Page.QuerySelector("[type=radio][value='for something else']") is not null)
            {
                asked.Add(visitor.Title);
                visitor.TickOnly("Chosen", state);
            }
            else
            {
                ChooseFirst(visitor);
            }
        });

        asked.ShouldNotBeEmpty();
        asked.ShouldBeUnique();
        teacher.Text.ShouldContain(then);
    }

    [Fact]
    public async Task AMissedWordForAPersonOrADenial_IsAskedAboutBeforeAnyVerdict()
    {
        var teacher = await _server.SignInAsync(Teacher);
        var before = await HeadAsync();
        await AskAsync(teacher, "may I follow a pupil on Instagram with my auntie?");
        teacher.Title.ShouldStartWith("Is this what you mean?");
        teacher.Text.ShouldContain("It did not understand: auntie");
        teacher.Text.ShouldNotContain("Prohibited");
        (await HeadAsync()).ShouldBe(before);

        await teacher.PressAsync("Go on");
        teacher.Problems.ShouldBe(["Choose one of the answers"]);
        teacher.TickOnly("Chosen", "no");
        await teacher.PressAsync("Go on");
        teacher.Value("What do you want to know?").ShouldBe("may I follow a pupil on Instagram with my auntie?");
        await teacher.PressAsync("Ask");
        teacher.TickOnly("Chosen", "yes");
        await teacher.PressAsync("Go on");
        await GoOnAsync(teacher, visitor => ChooseFirst(visitor));
        teacher.Text.ShouldContain("Prohibited");
    }

    [Fact]
    public async Task WhatLanyardDoesNotUnderstand_IsNoErrorOfTheirs_AndNamesSomebodyToAsk()
    {
        var teacher = await _server.SignInAsync(Teacher);
        await AskAsync(teacher, "wibble the wobble");

        teacher.Problems.ShouldBeEmpty();
        teacher.Title.ShouldStartWith("May I?");
        teacher.Text.ShouldContain("no mistake of yours");
        teacher.Text.ShouldContain("your Lanyard administrator: Priya Anand (computing lead) or Helen Marsh");
        teacher.Value("What do you want to know?").ShouldBe("wibble the wobble");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/ask")]
    public async Task AChild_IsToldBeforeAskingWhetherTheirNameIsKept_AndItIsNotUnlessTheySaySo(string page)
    {
        var pupil = await _server.SignInAsync(Pupil);
        foreach (var isNamed in new[] { false, true })
        {
            await pupil.OpenAsync(page);
            pupil.Text.ShouldContain("Is your name kept with the answer?");
            pupil.Page.QuerySelector("[name=anonymous][checked]")!.GetAttribute("value").ShouldBe("yes"); // it is there
            if (isNamed)
            {
                pupil.TickOnly("anonymous", "no");
            }

            var field = page == "/" ? "Ask the policy in your own words" : "What do you want to know?";
            pupil.Fill(field, "Can I use my phone to post on TikTok?");
            await pupil.PressAsync("Ask");
            await GoOnAsync(pupil, visitor => ChooseFirst(visitor));
            pupil.Text.ShouldContain(isNamed ? "kept with your name" : "kept without your name");
            pupil.Text.ShouldNotContain(", text ");
            var kept = await _server.Book.ListAsync<RecordedDecision>(await OrganisationAsync(), Cancel);
            (kept[0].Value.Asker is not null).ShouldBe(isNamed); // the newest
        }
    }

    [Theory]
    [InlineData("no")]
    [InlineData("yes")]
    public async Task AChildWhoTellsOfHarm_IsShownACalmPage_AndNothingIsKept(string anonymous)
    {
        var pupil = await _server.SignInAsync(Pupil);
        var before = await HeadAsync();
        await pupil.OpenAsync("/ask");
        pupil.TickOnly("anonymous", anonymous);
        pupil.Fill("What do you want to know?", Harm);
        await pupil.PressAsync("Ask");

        ShouldBeCalm(pupil);
        pupil.Text.ShouldContain("Ruth Bell, designated safeguarding lead");
        (await HeadAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("my dad hits me and im scared to go home")]
    [InlineData("sum1 i met online wants to meet me after school")]
    [InlineData("he has a nife in his bag")]
    public async Task AWorryOfAChild_HoweverItIsSpelt_IsNoErrorAndNoVerdict(string worry)
    {
        var pupil = await _server.SignInAsync(Pupil);
        var before = await HeadAsync();
        await AskAsync(pupil, worry);

        pupil.Title.ShouldBe("Contacts - Lanyard");
        pupil.Page.QuerySelector(".app-verdict").ShouldBeNull();
        pupil.Text.ShouldContain("Childline 0800 1111");
        (await HeadAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task InPublicToo_AChildWhoTellsOfHarm_IsShownACalmPage()
    {
        var anybody = _server.Anybody();
        await anybody.OpenAsync($"/public/{await OrganisationAsync()}/ask");
        anybody.Text.ShouldContain("Lanyard keeps no name here, and not your words.");
        anybody.Select("Who are you?", "Student");
        anybody.Fill("What do you want to know?", Harm);
        await anybody.PressAsync("Ask");

        ShouldBeCalm(anybody);
    }

    [Fact]
    public async Task WhatSomebodyWasTold_IsListedForThemAlone_PageByPage()
    {
        var teacher = await _server.SignInAsync(Teacher);
        for (var times = 0; times < 21; times++)
        {
            await AskAsync(teacher, "May I follow a pupil on Instagram?");
            await GoOnAsync(teacher, visitor => ChooseFirst(visitor));
        }

        await teacher.FollowAsync("What you were told before");
        teacher.Page.QuerySelectorAll(".app-told__answer").Length.ShouldBe(20);
        teacher.Text.ShouldContain("A teacher follows a student on Instagram");
        teacher.Text.ShouldContain("Prohibited");
        await teacher.FollowAsync("Older answers");
        teacher.Page.QuerySelectorAll(".app-told__answer").Length.ShouldBe(1);
        await teacher.OpenAsync("/");
        await teacher.FollowAsync("What you were told before");

        var head = await _server.SignInAsync("head@demo.example");
        await head.OpenAsync("/answers");
        head.Text.ShouldContain("Nothing yet.");
        var kept = await _server.Book.ListAsync<RecordedDecision>(await OrganisationAsync(), Cancel);
        await head.OpenAsync($"/answers?after={kept[0].Value.Id}");
        head.Page.QuerySelectorAll(".app-told__answer").ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private static void ShouldBeCalm(Visitor visitor)
    {
        visitor.Title.ShouldBe("Contacts - Lanyard");
        visitor.Problems.ShouldBeEmpty();
        visitor.Page.QuerySelector(".app-verdict").ShouldBeNull();
        visitor.Page.QuerySelector("[data-exit]").ShouldNotBeNull();
        visitor.Page.QuerySelector("main form").ShouldBeNull();
        var text = visitor.Text;
        var rules = text.IndexOf("What the rules here", StringComparison.Ordinal);
        text.IndexOf("999", StringComparison.Ordinal).ShouldBeInRange(0, rules);
        text.ShouldContain("Childline 0800 1111");
        text.ShouldContain("not your name");
        foreach (var word in new[] { "clause", "If you know that somebody", "don't", "nudes", "must" })
        {
            text.ShouldNotContain(word, Case.Insensitive);
        }
    }

    internal static async Task AskAsync(Visitor visitor, string question)
    {
        await visitor.OpenAsync("/ask");
        visitor.Fill("What do you want to know?", question);
        await visitor.PressAsync("Ask");
    }

    internal static async Task GoOnAsync(Visitor visitor, Action<Visitor> choose)
    {
        for (var page = 0; page < 20 && visitor.HasButton("Go on"); page++)
        {
            choose(visitor);
            await visitor.PressAsync("Go on");
        }
    }

    internal static string ChooseFirst(Visitor visitor) => Choose(visitor, Radios(visitor).FirstOrDefault());

    private static string ChooseLast(Visitor visitor) => Choose(visitor, Radios(visitor).LastOrDefault());

    private static IEnumerable<AngleSharp.Dom.IElement> Radios(Visitor visitor) =>
        visitor.Page.QuerySelectorAll("main [type=radio][name=Chosen]");

    private static string Choose(Visitor visitor, AngleSharp.Dom.IElement? radio)
    {
        if (radio?.GetAttribute("value") is { } value)
        {
            visitor.TickOnly("Chosen", value);
            return value;
        }

        return ""; // a list of which nothing is ticked
    }

    private static string ChosenIn(Visitor visitor) =>
        visitor.Page.QuerySelector("main [name=Chosen][checked]")?.GetAttribute("value") ?? "";

    private static string Verdict(Visitor visitor) =>
        visitor.Page.QuerySelector(".app-verdict__word")?.TextContent ?? "";

    private static async Task ShouldOpenAgainAsync(Visitor visitor)
    {
        var (address, text) = (visitor.Address.OriginalString, visitor.Text);
        address.ShouldStartWith("/ask?s=");
        foreach (var word in new[] { "message", "parent", "whatsapp", "teacher" })
        {
            address.ShouldNotContain(word, Case.Insensitive);
        }

        await visitor.OpenAsync(address);
        visitor.Text.ShouldBe(text);
    }

    private Task<ChainHead> HeadAsync() => HeadAsync(_server);

    private static async Task<ChainHead> HeadAsync(RunningServer server) =>
        await server.Book.Store.Read((await EveryPage.OwnAsync(server, Cancel)).Organisation).HeadAsync(Cancel);

    private async Task<OrganisationId> OrganisationAsync() => (await EveryPage.OwnAsync(_server, Cancel)).Organisation;
}
