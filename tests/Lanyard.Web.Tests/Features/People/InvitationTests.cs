using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Lanyard.Testing.Mail;
using Lanyard.Web.Features.Notices;
using Lanyard.Web.Tests.Features.Notices;
using Lanyard.Workflows.Access;
using Shouldly;

namespace Lanyard.Web.Tests.Features.People;

/// <summary>An administrator imports staff and invites all of them.</summary>
public sealed partial class InvitationTests : IAsyncLifetime
{
    private const string Lead = "lead@demo.example";
    private const string NewPassword = "copper-thistle-mango";
    private const int Staff = 200;

    private readonly PostOffice _mail = new();
    private readonly NoticeServer _server;

    public InvitationTests() => _server = new(_mail.Settings);

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _mail.Start();
        await _server.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _mail.Dispose();
    }

    [Fact]
    public async Task Everybody_IsInvitedOnce_AndTheLinkLetsThemIn()
    {
        var lead = await _server.SignInAsync(Lead);
        await ImportAsync(lead, Staff);
        await lead.OpenAsync("/people");
        await lead.FollowAsync("Invite people");
        lead.Text.ShouldContain($"Not invited yet: {Staff} people");
        lead.Text.ShouldContain("Can sign in already: 9 people Cannot be invited 1 person without an email address: Nell Post 1 person who is a pupil: whoever should have an account all the same gets a sign-in link from their own page 0 people who left");
        await lead.PressAsync("Go on");
        lead.Title.ShouldBe($"Invite {Staff} people? - Lanyard");
        await lead.PressAsync("Send invitations");

        lead.Text.ShouldContain($"{Staff} people were invited. The emails are on their way.");
        lead.Text.ShouldContain("Not invited yet: 0 people");
        await SentAsync();
        var invitations = Invitations();
        invitations.Select(letter => letter.To).ShouldBe(Enumerable.Range(1, Staff).Select(Address), ignoreOrder: true);
        invitations.Select(letter => letter.Id).ShouldBeUnique();
        invitations[0].Body.ShouldContain("Lantern Schools Trust runs its social networking policy with Lanyard, and has an account for you.");
        var ada = await _server.AnybodyAsync(LinkIn(invitations.Single(letter => letter.To == Address(7))));
        await ChooseAsync(ada);
        ada.Text.ShouldContain("Hello, Staff Member 7");
        lead = await _server.SignInAsync(Lead); // hours have gone by on the clock of the test
        await lead.OpenAsync("/people?q=staff7%40school.example");
        lead.Text.ShouldContain("Has signed in");
        await lead.OpenAsync("/people?q=staff8%40school.example");
        lead.Text.ShouldContain("Invited by email on 14 September 2026, has not signed in yet");
    }

    [Fact]
    public async Task Again_SendsNothing_UnlessItIsAskedFor_AndThenTheOlderLinkEnds()
    {
        var lead = await _server.SignInAsync(Lead);
        await ImportAsync(lead, 2);
        await InviteAsync(lead);
        await SentAsync();
        var older = Invitations().ToDictionary(letter => letter.To, LinkIn);
        await ChooseAsync(await _server.AnybodyAsync(older[Address(1)]));

        await lead.OpenAsync("/people/invitations/confirm");
        lead.HasButton("Send invitations").ShouldBeFalse();
        await lead.OpenAsync("/people/invitations");
        _server.Clock.Advance(TimeSpan.FromMinutes(1)); // an invitation is named after its moment
        lead.Tick("Send again to 1 person who was given a link before and has not signed in");
        await lead.PressAsync("Go on");
        await lead.PressAsync("Send invitations");
        lead.Text.ShouldContain("1 person was invited.");
        await SentAsync();

        var newer = Invitations().Skip(2).ShouldHaveSingleItem();
        newer.To.ShouldBe(Address(2));
        Invitations().Select(letter => letter.Id).ShouldBeUnique();
        var other = await _server.AnybodyAsync(older[Address(2)]);
        other.Text.ShouldContain("This link does not work any more");
        await ChooseAsync(await _server.AnybodyAsync(LinkIn(newer)));
    }

    [Fact]
    public async Task TwoAdministratorsAtOnce_InviteEverybodyOnce()
    {
        var (lead, head) = (await _server.SignInAsync(Lead), await _server.SignInAsync("head@demo.example"));
        await ImportAsync(lead, 5);
        await lead.OpenAsync("/people/invitations/confirm");
        await head.OpenAsync("/people/invitations/confirm");

        await Task.WhenAll(lead.PressAsync("Send invitations"), head.PressAsync("Send invitations"));
        await SentAsync();

        Invitations().Count.ShouldBe(5);
        (await InvitedAsync()).ShouldBe(5);
    }

    [Fact]
    public async Task WhatIsConfirmed_IsWhatWasSeen()
    {
        var (lead, head) = (await _server.SignInAsync(Lead), await _server.SignInAsync("head@demo.example"));
        await ImportAsync(lead, 1);
        await lead.OpenAsync("/people/invitations/confirm");
        await ImportAsync(head, 2);

        await lead.PressAsync("Send invitations");

        lead.Problems.ShouldHaveSingleItem().ShouldStartWith("People were changed or invited since you opened this page, so nothing was sent.");
        (await InvitedAsync()).ShouldBe(0);
        await lead.PressAsync("Send invitations");
        lead.Text.ShouldContain("2 people were invited.");
    }

    [Fact]
    public async Task WhoeverLeaves_OrSignsInAnotherWay_BeforeTheLetterGoes_GetsNone_AndTheOutboxHoldsNoSecret()
    {
        _mail.Stop();
        var lead = await _server.SignInAsync(Lead);
        await ImportAsync(lead, 3);
        await InviteAsync(lead);
        lead.Text.ShouldContain("3 invitations wait to be sent.");
        lead.Text.ShouldNotContain("Send again");
        (await _server.Letters.ListAsync(None)).Where(letter => letter.Value.Kind == LetterKind.Invitation).ShouldAllBe(letter => letter.Value.Address == "/");
        await OpenPersonAsync(lead, 1);
        await lead.FollowAsync("Record that they left");
        await lead.PressAsync("Record leaving");
        await OpenPersonAsync(lead, 2);
        await lead.PressAsync("Make a sign-in link");
        await ChooseAsync(await _server.AnybodyAsync(new Uri(lead.Page.QuerySelector(".app-code")!.TextContent.Trim()).AbsolutePath)); // it was made

        _mail.Start();
        _server.Clock.Advance(TimeSpan.FromHours(5));
        await SentAsync();

        Invitations().ShouldHaveSingleItem().To.ShouldBe(Address(3));
    }

    [Fact]
    public async Task AnInvitationThatIsGivenUp_IsShownAsNotDelivered_AndCanBeSentAgain()
    {
        _mail.Stop();
        var lead = await _server.SignInAsync(Lead);
        await ImportAsync(lead, 1);
        await InviteAsync(lead);
        lead.Text.ShouldNotContain("Not delivered");
        _server.Clock.Advance(TimeSpan.FromDays(31));
        await _server.UntilAsync(async () =>
        {
            _server.Clock.Advance(TimeSpan.FromHours(4)); // the longest pause between two tries
            return (await _server.Letters.ListAsync(None)).All(letter => letter.Value.Kind != LetterKind.Invitation);
        });

        lead = await _server.SignInAsync(Lead);
        await lead.OpenAsync("/people/invitations");
        lead.Text.ShouldContain("Staff Member 1 , on 14 September 2026 Not delivered No mail server took the email.");
        await OpenPersonAsync(lead, 1);
        lead.Text.ShouldContain("Invited by email on 14 September 2026, not delivered: no mail server took the email.");
        lead.Text.ShouldContain("Invitation not delivered: no mail server took the email, and it was given up Lanyard");
        await lead.OpenAsync("/people/invitations/confirm?again=yes");
        await lead.PressAsync("Send invitations");
        lead.Text.ShouldNotContain("Not delivered");
        lead.Text.ShouldContain("1 invitation waits to be sent.");
    }

    [Fact]
    public async Task Link_EndsThreeDaysAfterItIsSent()
    {
        var lead = await _server.SignInAsync(Lead);
        await ImportAsync(lead, 1);
        await InviteAsync(lead);
        await SentAsync();
        _server.Clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1));

        (await _server.AnybodyAsync(LinkIn(Invitations()[0]))).Text.ShouldContain("This link does not work any more");
    }

    [Fact]
    public async Task AHeadOfOneSchool_InvitesThatSchoolOnly()
    {
        var lead = await _server.SignInAsync(Lead);
        await ImportAsync(lead, 2);
        await OpenPersonAsync(lead, 1);
        await lead.FollowAsync("Change");
        lead.Select("Role 1", "Computing lead"); // one person gives no role that sees cases
        await lead.PressAsync("Save");
        await lead.PressAsync("Make a sign-in link");
        var head = await _server.AnybodyAsync(new Uri(lead.Page.QuerySelector(".app-code")!.TextContent.Trim()).AbsolutePath); // it was made
        await ChooseAsync(head);

        await head.OpenAsync("/people/invitations");
        head.Status.ShouldBe(HttpStatusCode.OK);
        head.Text.ShouldContain("Not invited yet: 1 person");
        await head.OpenAsync("/people/invitations/confirm");
        await head.PressAsync("Send invitations");
        head.Text.ShouldContain("1 person was invited.");
        var teacher = await _server.SignInAsync("teacher@demo.example");
        await teacher.OpenAsync("/people/invitations/confirm");
        teacher.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string Address(int number) => $"staff{number}@school.example";

    private static string LinkIn(TakenLetter letter) => Link().Match(letter.Body).Groups["path"].Value;

    private static async Task ChooseAsync(Visitor visitor)
    {
        visitor.Fill("Password", NewPassword);
        visitor.Fill("The same password again", NewPassword);
        await visitor.PressAsync("Save and sign in");
        visitor.Address.ToString().ShouldBe("/");
    }

    // A file of staff at one school, with somebody who has no address and a pupil.
    private static async Task ImportAsync(Visitor visitor, int staff)
    {
        var file = new StringBuilder("id,name,email,roles,school,year group\r\n");
        for (var number = 1; number <= staff; number++)
        {
            file.Append(CultureInfo.InvariantCulture, $"S{number},Staff Member {number},{Address(number)},teacher,Harbour Street Primary School,\r\n");
        }

        file.Append("N1,Nell Post,,teaching assistant,Harbour Street Primary School,\r\nP1,Pat Small,pat@school.example,student,Harbour Street Primary School,5\r\n");
        await visitor.OpenAsync("/people/import");
        visitor.Choose("Your file", "people.csv", Encoding.UTF8.GetBytes(file.ToString()));
        await visitor.PressAsync("Show what it would change");
        await visitor.PressAsync("Import");
        visitor.Text.ShouldContain("The file was imported.");
    }

    private static async Task InviteAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/people/invitations/confirm");
        await visitor.PressAsync("Send invitations");
        visitor.Problems.ShouldBeEmpty();
    }

    private async Task OpenPersonAsync(Visitor visitor, int number) => await visitor.OpenAsync($"/people/{await _server.PersonAsync(Address(number))}");

    private List<TakenLetter> Invitations() =>
        [.. _mail.Letters.Where(letter => letter.Subject == "Lantern Schools Trust: your account in Lanyard")];

    private async Task<int> InvitedAsync() =>
        (await _server.Book.ListAsync<AccessHistory>(_server.Trust, None)).Sum(kept => kept.Value.Lines.Count(line => line.Change == AccessChange.Invited));

    private Task SentAsync() => _server.UntilAsync(async () => (await _server.Letters.ListAsync(None)).Count == 0);

    [GeneratedRegex(@"http://lanyard\.school\.example(?<path>/link/\S+)", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
