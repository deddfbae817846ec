using System.Text;
using System.Text.RegularExpressions;
using Lanyard.Testing.Mail;
using Lanyard.Web.Features.Notices;
using Lanyard.Web.Tests.Features.Notices;
using Shouldly;

namespace Lanyard.Web.Tests.Features.People;

/// <summary>Who is written to, and what becomes of a letter that the mail server refuses.</summary>
public sealed partial class MailToPeopleTests : IAsyncLifetime
{
    private const string Lead = "lead@demo.example";
    private const string Una = "nobody@x.example";
    private const string Unknown = "The mail server knows no such address: correct it";
    private const string NewPassword = "copper-thistle-mango";

    private readonly PostOffice _mail = new();
    private readonly NoticeServer _server;

    public MailToPeopleTests() => _server = new(_mail.Settings);

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
    public async Task Import_WritesToNobody_AndWhatWaitsIsToldAtTheFirstSignIn()
    {
        var lead = await _server.SignInAsync(Lead);
        await ImportAsync(
            lead,
            "N1,New Teacher,new.teacher@x.example,teacher,Harbour Street Primary School,,",
            "N3,New Pupil,new.pupil@x.example,student,Harbour Street Primary School,5,",
            "N4,New Governor,new.gov@x.example,governor,,,");
        await _server.UntilAsync(async () =>
            (await _server.NoticesAsync("new.teacher@x.example")) is { Count: > 0 } waiting
            && waiting.All(kept => kept.Value.Mail == MailState.None));
        await SentAsync();
        _mail.Letters.Select(letter => letter.To)
            .ShouldAllBe(to => to.EndsWith("@demo.example", StringComparison.Ordinal));

        await lead.OpenAsync("/people/invitations/confirm");
        await lead.PressAsync("Send invitations");
        await SentAsync();
        var invitation = _mail.Letters.Single(letter => letter.To == "new.teacher@x.example");
        var teacher = await _server.AnybodyAsync(Link().Match(invitation.Body).Groups["path"].Value);
        teacher.Fill("Password", NewPassword);
        teacher.Fill("The same password again", NewPassword);
        await teacher.PressAsync("Save and sign in");

        teacher.Text.ShouldContain("You have 2 unread notices"); // what waits, and that the link was used
        invitation.Subject.ShouldStartWith("Lantern Schools Trust: ");
        invitation.Message.From.Mailboxes.Single().Name.ShouldBe("Lantern Schools Trust");
    }

    [Fact]
    public async Task Preview_SaysThatNobodyIsWrittenTo()
    {
        var lead = await _server.SignInAsync(Lead);
        await lead.OpenAsync("/people/import");
        lead.Choose("Your file", "people.csv",
            File("N1,New Teacher,new.teacher@x.example,teacher,Harbour Street Primary School,,"));
        await lead.PressAsync("Show what it would change");

        lead.Text.ShouldContain("0 emails to the people it adds: they get none before you invite them");
    }

    [Fact]
    public async Task Refusals_ForGoodEndALetter_OthersAreTriedAgain_AndNobodyElseIsHeldUp()
    {
        _mail.Refuse("grey@x.example", 451, "4.7.1 Greylisted");
        _mail.Refuse(Una, 550, "5.1.1 No such user");
        var lead = await _server.SignInAsync(Lead);
        await ImportAsync(
            lead,
            "M2,Greylisted Gus,grey@x.example,teacher,Harbour Street Primary School,,",
            $"M3,Unknown Una,{Una},teacher,Harbour Street Primary School,,",
            "M5,Fine Flo,flo@x.example,teacher,Harbour Street Primary School,,");
        await InviteAsync(lead);
        await _server.UntilAsync(() => Task.FromResult(_mail.Asked.Count(asked => asked == "grey@x.example") >= 3));

        _mail.Asked.Count(asked => asked == Una).ShouldBe(1);
        _mail.Letters.Select(letter => letter.To).ShouldContain("flo@x.example");
        lead = await _server.SignInAsync(Lead);
        await lead.OpenAsync($"/people/{await _server.PersonAsync(Una)}");
        lead.Text.ShouldContain($"not delivered Email refused {Unknown}.");
        lead.Text.ShouldContain("Invitation not delivered: the mail server refused it Lanyard");
        await lead.OpenAsync("/people/invitations");
        lead.Text.ShouldContain($"{Unknown}: 1 person Unknown Una , {Una}");
        lead.Text.ShouldContain("Greylisted Gus , on 14 September 2026; the email waits to be sent");
        await lead.OpenAsync("/people?q=nobody%40x.example");
        lead.Text.ShouldContain(Unknown);
        await lead.OpenAsync("/people/invitations/confirm?again=yes");
        lead.Text.ShouldNotContain("Unknown Una");
    }

    [Fact]
    public async Task Address_WhenCorrected_IsInvitedAnew()
    {
        _mail.Refuse(Una, 550, "No such user here");
        var lead = await _server.SignInAsync(Lead);
        await ImportAsync(lead, $"M3,Unknown Una,{Una},teacher,Harbour Street Primary School,,");
        await InviteAsync(lead);
        await SentAsync();
        lead = await _server.SignInAsync(Lead);
        await lead.OpenAsync($"/people/{await _server.PersonAsync(Una)}/change");
        lead.Fill("Email address (optional)", "una@x.example");
        await lead.PressAsync("Save");
        lead.Text.ShouldNotContain(Unknown);

        await lead.OpenAsync("/people/invitations");
        lead.Text.ShouldContain("Not invited yet: 1 person");
        await InviteAsync(lead);
        await SentAsync();

        _mail.Letters.Select(letter => letter.To).ShouldContain("una@x.example");
    }

    [Fact]
    public async Task Notices_ToAnAddressThatIsRefused_StopAtOnce_AndThePageOfThePersonSaysSo()
    {
        _mail.Refuse("teacher@demo.example", 550, "5.2.1 Closed");
        await _server.ConsultAsync();
        await _server.UntilAsync(async () =>
            (await _server.NoticesAsync("teacher@demo.example")) is { Count: > 1 } notices
            && notices.All(kept => kept.Value.Mail is MailState.GivenUp or MailState.None));
        await SentAsync();

        _mail.Asked.Count(asked => asked == "teacher@demo.example").ShouldBe(1);
        var lead = await _server.SignInAsync(Lead);
        await lead.OpenAsync($"/people/{await _server.PersonAsync("teacher@demo.example")}");
        lead.Text.ShouldContain(
            "Has signed in Email refused The mail server says that this mailbox is closed: give another address.");
    }

    [Fact]
    public async Task Address_ThatManyServersCannotWrite_IsRefusedWhenItIsEntered()
    {
        using var odd = new OddPostOffice { Offers = ["8BITMIME"] };
        await using var server = new NoticeServer(Lanyard.Mail.MailServer.Read(new() { Address = odd.Address }));
        await server.StartAsync();
        var lead = await server.SignInAsync(Lead);
        await lead.OpenAsync("/people/import");
        lead.Choose("Your file", "people.csv", File("M4,Jörg Müller,jörg@müller.example,teacher,Harbour Street Primary School,,"));
        await lead.PressAsync("Show what it would change");

        lead.HasButton("Import").ShouldBeFalse();
        lead.Text.ShouldContain("Use only the letters a to z, digits and signs in an email address");
    }

    private static byte[] File(params string[] lines) =>
        Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Prepend("id,name,email,roles,school,year group,upn"))
            + "\r\n");

    private static async Task ImportAsync(Visitor visitor, params string[] lines)
    {
        await visitor.OpenAsync("/people/import");
        visitor.Choose("Your file", "people.csv", File(lines));
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

    private Task SentAsync() => _server.UntilAsync(async () => (await _server.Letters.ListAsync(None)).Count == 0);

    [GeneratedRegex(@"http://lanyard\.school\.example(?<path>/link/\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
