using System.Net;
using Lanyard.Domain.Calendar;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.People;
using Shouldly;

namespace Lanyard.Web.Tests.Features.People;

public sealed class PeoplePagesTests : IAsyncLifetime
{
    private const string Lead = "lead@demo.example";
    private const string Primary = "Harbour Street Primary School";
    private const string Secondary = "Fellside Secondary School";
    private const string NewPassword = "copper-thistle-mango";

    private readonly RunningServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task List_ShowsAndFindsPeople()
    {
        var lead = await _server.SignInAsync(Lead);
        await lead.FollowAsync("People");
        lead.Text.ShouldContain("9 people");
        lead.Text.ShouldContain($"Tom Okafor Teacher, {Secondary} Has signed in");

        lead.Fill("Search", "fellside teach");
        await lead.PressAsync("Search");

        lead.Text.ShouldContain("1 person");
        lead.Value("Search").ShouldBe("fellside teach");
    }

    [Fact]
    public async Task List_OfManyPeople_IsReadPageByPage_BothWays()
    {
        var trust = (await _server.Book.Store.OrganisationsAsync(TestContext.Current.CancellationToken)).Single(id => id != Installation.Partition);
        await _server.Book.WriteAsync(
            trust, Author.Lanyard,
            [.. Enumerable.Range(1, 120).Select(number => new PersonJoined(new(Guid.CreateVersion7()), [new("teacher", School: null)]) { Content = new($"Zed {number:D3}", null) })],
            new Dictionary<string, long>(), TestContext.Current.CancellationToken);
        var lead = await _server.SignInAsync(Lead);
        await lead.OpenAsync("/people");

        lead.Text.ShouldContain("129 people");
        lead.Text.ShouldContain("Zed 041 ");
        lead.Text.ShouldNotContain("Zed 042 ");
        await lead.FollowAsync("Next page");
        lead.Title.ShouldStartWith("People, continued");
        lead.Text.ShouldContain("Zed 042 ");
        await lead.FollowAsync("Next page");
        lead.Text.ShouldContain("Zed 120 ");
        lead.Text.ShouldNotContain("Next page");
        await lead.FollowAsync("Previous page");
        lead.Text.ShouldContain("Zed 042 ");
        lead.Text.ShouldNotContain("Zed 092 ");
        await lead.FollowAsync("Previous page");
        lead.Text.ShouldContain("Alex Reed");
        lead.Text.ShouldNotContain("Previous page");

        await lead.OpenAsync("/people?q=zed");
        lead.Text.ShouldContain("50 people on this page");
        await lead.FollowAsync("Next page");
        lead.Text.ShouldContain("Zed 051 ");
    }

    [Theory]
    [InlineData("teacher@demo.example")]
    [InlineData("dsl@demo.example")]
    [InlineData("governor@demo.example")]
    [InlineData("parent@demo.example")]
    [InlineData("pupil@demo.example")]
    public async Task EveryPage_RefusesOtherRoles(string email)
    {
        var lead = await _server.SignInAsync(Lead);
        var person = await OpenPersonAsync(lead, "Tom Okafor");
        var other = await _server.SignInAsync(email);
        other.Menu.ShouldNotContain("People");

        foreach (var page in Pages(person))
        {
            await other.OpenAsync(page);
            (page, other.Status).ShouldBe((page, HttpStatusCode.Forbidden));
        }
    }

    [Fact]
    public async Task EveryPage_AsksWhoeverIsNotSignedIn_ToSignIn()
    {
        var person = await OpenPersonAsync(await _server.SignInAsync(Lead), "Tom Okafor");
        var nobody = _server.Anybody();

        foreach (var page in Pages(person))
        {
            await nobody.OpenAsync(page);
            nobody.Title.ShouldBe("Sign in - Lanyard");
        }
    }

    [Fact]
    public async Task Add_WithWrongInput_ComesBackFilledInWithEveryReason()
    {
        var lead = await _server.SignInAsync(Lead);
        await lead.OpenAsync("/people/new");
        lead.Fill("Email address (optional)", "HEAD@demo.example");
        lead.Fill("Year group (optional)", "banana");
        lead.Fill("UPN (optional)", "A820001105002");
        lead.Select("Role 1", "Teacher");
        await lead.PressAsync("Save");

        lead.Title.ShouldStartWith("Error: ");
        lead.Problems.ShouldBe(
            ["Enter a year group from 1 to 14, R for reception, or N1 or N2 for a nursery",
            "Choose where they are teacher"], ignoreOrder: true);
        (lead.Value("Email address (optional)"), lead.Value("Role 1"), lead.Value("UPN (optional)")).ShouldBe(("HEAD@demo.example", "teacher", "A820001105002"));

        lead.Fill("Year group (optional)", "");
        lead.Select("Where, for role 1", Secondary);
        await lead.PressAsync("Save");

        lead.Problems.ShouldBe(["Enter the full name", "Somebody else has this email address", "Only a pupil has a UPN. Empty the field, or add the role student.", "The check letter of this UPN should be Y, not A. One of its characters is mistyped."], ignoreOrder: true);
        lead.Select("Role 1", "Student");
        await lead.PressAsync("Save");
        lead.Problems.ShouldNotContain(problem => problem.StartsWith("Only a pupil"));
    }

    [Fact]
    public async Task Add_WithoutScripts_TakesAsManyRolesAsAreAskedFor()
    {
        var lead = await _server.SignInAsync(Lead);
        await lead.OpenAsync("/people/new");
        lead.Fill("Full name", "<b>Nia Fox</b>");
        foreach (var (at, role) in new[] { (1, "Teacher"), (2, "Senior leader"), (3, "Governor") })
        {
            if (!lead.Text.Contains($"Role {at}"))
            {
                await lead.PressAsync("Add another role");
            }

            lead.Select($"Role {at}", role);
            lead.Select($"Where, for role {at}", at == 3 ? "The whole organisation" : Primary);
        }

        lead.Page.QuerySelectorAll("[name='Held[1].IsDeputy']").OfType<AngleSharp.Html.Dom.IHtmlInputElement>().First().IsChecked = true;
        await lead.PressAsync("Save");

        lead.Problems.ShouldBeEmpty();
        lead.Text.ShouldContain("<b>Nia Fox</b> was added");
        lead.Text.ShouldContain($"Teacher, {Primary} Deputy senior leader, {Primary} Governor, whole organisation");
    }

    [Fact]
    public async Task Change_OfTheAddress_MovesTheAccountToo()
    {
        var lead = await _server.SignInAsync(Lead);
        await OpenPersonAsync(lead, "Tom Okafor");
        await lead.FollowAsync("Change");
        lead.Fill("Email address (optional)", "tom.okafor@demo.example");
        await lead.PressAsync("Save");
        lead.Text.ShouldContain("The changes were saved.");

        (await _server.SignInAsync("teacher@demo.example")).Problems.ShouldNotBeEmpty();
        (await _server.SignInAsync("tom.okafor@demo.example")).Text.ShouldNotContain("Email address");
    }

    [Fact]
    public async Task Change_WhenSomebodyElseChangedThePersonMeanwhile_WritesNothing()
    {
        var (lead, head) = (await _server.SignInAsync(Lead), await _server.SignInAsync("head@demo.example"));
        var person = await OpenPersonAsync(lead, "Tom Okafor");
        await lead.OpenAsync($"{person}/change");
        await head.OpenAsync($"{person}/change");
        head.Fill("Full name", "Thomas Okafor");
        await head.PressAsync("Save");
        lead.Fill("Full name", "Tommy Okafor");
        await lead.PressAsync("Save");

        lead.Problems.ShouldHaveSingleItem().ShouldStartWith("Somebody else changed this");
        lead.Value("Full name").ShouldBe("Tommy Okafor");
        await lead.PressAsync("Save");
        lead.Text.ShouldContain("The changes were saved.");
    }

    [Fact]
    public async Task Leaving_EndsTheSessions_AndReturning_BringsThemBack()
    {
        var (lead, tom) = (await _server.SignInAsync(Lead), await _server.SignInAsync("teacher@demo.example"));
        var person = await OpenPersonAsync(lead, "Tom Okafor");
        await lead.FollowAsync("Record that they left");
        lead.FillDate("On", Today.AddDays(3));
        await lead.PressAsync("Record leaving");
        lead.Problems.ShouldHaveSingleItem().ShouldStartWith("The day must be today or earlier");
        lead.FillDate("On", Today);
        await lead.PressAsync("Record leaving");
        lead.Text.ShouldContain($"Left on {Today.InWords()}");
        lead.HasButton("Make a sign-in link").ShouldBeFalse();

        await tom.OpenAsync("/policies");
        tom.Title.ShouldBe("Sign in - Lanyard");
        await lead.OpenAsync("/people");
        lead.Text.ShouldNotContain("Tom Okafor");

        await lead.OpenAsync($"{person}/return");
        await lead.PressAsync("Record return");
        lead.Text.ShouldContain("is back");
        (await _server.SignInAsync("teacher@demo.example")).Problems.ShouldNotBeEmpty(); // what they had has ended
        await lead.OpenAsync(person);
        await lead.PressAsync("Make a sign-in link");
        await tom.OpenAsync(lead.Page.QuerySelector(".app-code")!.TextContent.Trim());
        tom.Fill("Password", NewPassword);
        tom.Fill("The same password again", NewPassword);
        await tom.PressAsync("Save and sign in");
        tom.Menu.ShouldContain("Policies");
    }

    [Fact]
    public async Task Absence_IsSetAndEnded()
    {
        var lead = await _server.SignInAsync(Lead);
        await OpenPersonAsync(lead, "Ruth Bell");
        await lead.FollowAsync("Record when they are away");
        await lead.PressAsync("Save absence");
        lead.Problems.ShouldBe(["Enter the first day away", "Enter the last day away"], ignoreOrder: true);
        lead.FillDate("From", Today);
        lead.FillDate("To", Today.AddDays(7));
        await lead.PressAsync("Save absence");
        lead.Text.ShouldContain($"Away {Today.InWords()} to {Today.AddDays(7).InWords()}");

        await lead.FollowAsync("Record when they are away");
        await lead.PressAsync("They are back");
        lead.Text.ShouldNotContain("Status Away");
    }

    [Fact]
    public async Task TheLastWhoLooksAfterPeople_CannotGoOrBeChanged()
    {
        var lead = await _server.SignInAsync(Lead);
        await OpenPersonAsync(lead, "Helen Marsh");
        await lead.FollowAsync("Record that they left");
        await lead.PressAsync("Record leaving");
        lead.Text.ShouldContain("It was recorded that Helen Marsh left");

        var own = await OpenPersonAsync(lead, "Priya Anand");
        await lead.FollowAsync("Record that they left");
        await lead.PressAsync("Record leaving");
        lead.Problems.ShouldHaveSingleItem().ShouldStartWith("Nobody would be left who can look after the people of the whole organisation");
        await lead.OpenAsync($"{own}/change");
        lead.Select("Role 1", "Teacher");
        await lead.PressAsync("Save");
        lead.Problems.ShouldHaveSingleItem().ShouldStartWith("Nobody would be left");
    }

    [Fact]
    public async Task TheLastTwo_CannotRemoveEachOtherAtOnce()
    {
        var (lead, head) = (await _server.SignInAsync(Lead), await _server.SignInAsync("head@demo.example"));
        await OpenPersonAsync(lead, "Helen Marsh");
        await lead.FollowAsync("Record that they left");
        await OpenPersonAsync(head, "Priya Anand");
        await head.FollowAsync("Record that they left");

        await Task.WhenAll(lead.PressAsync("Record leaving"), head.PressAsync("Record leaving"));

        new[] { lead, head }.Count(visitor => visitor.Text.Contains("It was recorded that")).ShouldBeLessThanOrEqualTo(1);
        var here = new[] { await _server.SignInAsync(Lead), await _server.SignInAsync("head@demo.example") };
        here.Count(visitor => visitor.Menu.Contains("People")).ShouldBe(1);
    }

    [Fact]
    public async Task OneAddress_IsGivenToOnePerson_EvenToTwoAtOnce()
    {
        var visitors = new[] { await _server.SignInAsync(Lead), await _server.SignInAsync("head@demo.example") };
        foreach (var visitor in visitors)
        {
            await visitor.OpenAsync("/people/new");
            visitor.Fill("Full name", "Uma Dell");
            visitor.Fill("Email address (optional)", "uma@demo.example");
            visitor.Select("Role 1", "Teacher");
            visitor.Select("Where, for role 1", Primary);
        }

        await Task.WhenAll(visitors.Select(visitor => visitor.PressAsync("Save")));

        visitors.SelectMany(visitor => visitor.Problems).ShouldBe(["Somebody else has this email address"]);
    }

    [Fact]
    public async Task AHeadOfOneSchool_LooksAfterThatSchoolOnly()
    {
        var lead = await _server.SignInAsync(Lead);
        var tom = await OpenPersonAsync(lead, "Tom Okafor");
        var head = await HeadOfPrimaryAsync(lead);

        await head.OpenAsync("/people");
        head.Text.ShouldContain("1 person");
        head.Text.ShouldContain("Hari Shah");
        foreach (var page in Pages(tom).Where(page => page.StartsWith(tom, StringComparison.Ordinal)))
        {
            await head.OpenAsync(page);
            (page, head.Status).ShouldBe((page, HttpStatusCode.NotFound));
        }

        await head.OpenAsync("/people/new");
        head.Fill("Full name", "Ola Best");
        head.Select("Role 1", "Teacher");
        head.Forge("Held[0].Place", "whole");
        await head.PressAsync("Save");
        head.Problems.ShouldBe(["Choose where they are teacher"]);
        await head.OpenAsync("/people/new");
        head.Fill("Full name", "Ola Best");
        head.Select("Role 1", "Teacher");
        await head.PressAsync("Save");
        head.Text.ShouldContain($"Teacher, {Primary}");
    }

    [Fact]
    public async Task AHeadOfOneSchool_CannotPostAboutAnother()
    {
        var lead = await _server.SignInAsync(Lead);
        var tom = await OpenPersonAsync(lead, "Tom Okafor");
        var head = await HeadOfPrimaryAsync(lead);
        await head.OpenAsync("/people");
        await head.FollowAsync("Hari Shah");
        head.Page.QuerySelector("form[action$='handler=Link']")!.SetAttribute("action", $"{tom}?handler=Link");

        await head.PressAsync("Make a sign-in link");

        head.Status.ShouldBe(HttpStatusCode.NotFound);
        head.Text.ShouldNotContain("/link/");
    }

    private static DateOnly Today => UkTime.DayOf(TimeProvider.System.GetUtcNow());

    private static IEnumerable<string> Pages(string person) =>
        ["/people", "/people/invitations", "/people/invitations/confirm", "/people/new", "/people/import", "/people/import/00000000000000000000000000000000", person, $"{person}/change", $"{person}/absence", $"{person}/leaving", $"{person}/return", $"{person}/second-factor"];

    private static async Task<string> OpenPersonAsync(Visitor visitor, string name)
    {
        await visitor.OpenAsync("/people");
        await visitor.FollowAsync(name);
        return visitor.Address.ToString();
    }

    // Added, given a link and signed in, all by way of the pages.
    private async Task<Visitor> HeadOfPrimaryAsync(Visitor lead)
    {
        await lead.OpenAsync("/people/new");
        lead.Fill("Full name", "Hari Shah");
        lead.Fill("Email address (optional)", "hari@demo.example");
        lead.Select("Role 1", "Computing lead"); // one person gives no role that sees cases
        lead.Select("Where, for role 1", Primary);
        await lead.PressAsync("Save");
        lead.Text.ShouldContain("No account yet");
        await lead.PressAsync("Make a sign-in link");
        var link = lead.Page.QuerySelector(".app-code")!.TextContent.Trim();
        link.ShouldStartWith($"{_server.Address}/link/");
        lead.Text.ShouldContain($"Sign-in link made on {Today.InWords()}, not used yet");

        var head = _server.Anybody();
        await head.OpenAsync(link);
        head.Fill("Password", NewPassword);
        head.Fill("The same password again", NewPassword);
        await head.PressAsync("Save and sign in");
        return head;
    }
}
