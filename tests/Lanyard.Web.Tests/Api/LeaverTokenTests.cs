using Lanyard.Accounts.Tokens;
using Lanyard.Domain.Calendar;
using Lanyard.Records;
using Lanyard.Web.Demonstration;
using Lanyard.Workflows.People;
using Shouldly;

namespace Lanyard.Web.Tests.Api;

/// <summary>Tokens when their person sets a new password, is looked after by somebody else, or leaves.</summary>
public sealed class LeaverTokenTests : IAsyncLifetime
{
    private const string Teacher = "teacher@demo.example";
    private const string NewPassword = "copper-thistle-mango";

    private readonly RunningServer _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task ANewPassword_LeavesTokensValid_AndSaysWhichThereAre()
    {
        var (client, teacher) = (await ClientAsync(), await _server.SignInAsync(Teacher));
        await teacher.OpenAsync("/account/password");
        teacher.Fill("Your password now", DemonstrationTrust.Password);
        teacher.Fill("New password", NewPassword);
        teacher.Fill("The new password again", NewPassword);
        await teacher.PressAsync("Change password");

        teacher.Text.ShouldContain("Your password is changed.");
        teacher.Text.ShouldContain("Door display, made on");
        (await client.GetAsync("/me")).Status.ShouldBe(200);
        await teacher.FollowAsync("Revoke tokens");
        await teacher.PressAsync("Revoke the token Door display");
        (await client.GetAsync("/me")).Status.ShouldBe(401);
        await teacher.OpenAsync("/account/password/tokens");
        teacher.Text.ShouldContain("You have no tokens that are valid.");
    }

    [Fact]
    public async Task APasswordByLink_SaysWhichTokensThereAre()
    {
        using var client = await ClientAsync();
        var lead = await OpenTomAsync();
        await lead.PressAsync("Make a sign-in link");
        var tom = _server.Anybody();
        await tom.OpenAsync(lead.Page.QuerySelector(".app-code")!.TextContent.Trim()); // it was made
        tom.Fill("Password", NewPassword);
        tom.Fill("The same password again", NewPassword);
        await tom.PressAsync("Save and sign in");

        tom.Address.ToString().ShouldBe("/account/password/tokens");
        tom.Text.ShouldContain("Door display, made on");
    }

    [Fact]
    public async Task WhoeverLooksAfterAPerson_SeesTheirTokens_AndRevokesThem()
    {
        using var client = await ClientAsync();
        var lead = await OpenTomAsync();
        lead.Text.ShouldContain("Door display, for policies:read.");
        await lead.PressAsync("Revoke the token Door display");

        lead.Text.ShouldContain("The token is revoked.");
        lead.Text.ShouldContain("A token for the programming interface revoked Priya Anand");
        (await client.GetAsync("/me")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Leaving_EndsTokensAndSessionsAtOnce_AndForGood()
    {
        var (client, tom) = (await ClientAsync(), await _server.SignInAsync(Teacher));
        (await client.GetAsync("/me")).Status.ShouldBe(200);
        var lead = await OpenTomAsync();
        var person = lead.Address.ToString();
        await lead.FollowAsync("Record that they left");
        await lead.PressAsync("Record leaving");

        (await client.GetAsync("/me")).Status.ShouldBe(401);
        await tom.OpenAsync("/account");
        tom.Title.ShouldBe("Sign in - Lanyard");
        await lead.OpenAsync($"{person}/return");
        await lead.PressAsync("Record return");
        (await client.GetAsync("/me")).Status.ShouldBe(401);
        await tom.OpenAsync("/account");
        tom.Title.ShouldBe("Sign in - Lanyard");
    }

    [Fact]
    public async Task TokensOfALeaver_ThatAreKeptAllTheSame_LetNobodyIn_AndCanBeRevoked()
    {
        using var client = await ClientAsync();
        var lead = await OpenTomAsync();
        var person = (await _server.Book.ListAsync<Person>(await TrustAsync(), Cancel)).Single(kept => kept.Value.Name == "Tom Okafor").Value.Id;
        await _server.Book.WriteAsync(await TrustAsync(), Author.Lanyard, [new PersonLeft(person, UkTime.DayOf(TimeProvider.System.GetUtcNow()))], new Dictionary<string, long>(), Cancel);

        (await client.GetAsync("/me")).Status.ShouldBe(401);
        await lead.OpenAsync(lead.Address.ToString());
        lead.Text.ShouldContain("None of these lets anybody in while this person has left.");
        await lead.PressAsync("Revoke the token Door display");
        (await _server.Get<TokenStore>().OfAsync(person, Cancel)).ShouldBeEmpty();
    }

    private async Task<Domain.Organisations.OrganisationId> TrustAsync() => (await _server.Book.Store.OrganisationsAsync(Cancel)).Single(id => id != Installation.Partition);

    private async Task<Visitor> OpenTomAsync()
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        await lead.OpenAsync("/people");
        await lead.FollowAsync("Tom Okafor");
        return lead;
    }

    private async Task<ApiClient> ClientAsync()
    {
        var teacher = await _server.SignInAsync(Teacher);
        await teacher.OpenAsync("/account/tokens");
        teacher.Fill("Name", "Door display");
        teacher.Tick("policies:read");
        teacher.Tick("30 days");
        await teacher.PressAsync("Make token");
        return new(_server.Address, teacher.Page.QuerySelector("#secret")!.TextContent); // it is shown this once
    }
}
