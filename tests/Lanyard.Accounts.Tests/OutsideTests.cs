using Lanyard.Accounts.Outside;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Workflows;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Lanyard.Accounts.Tests;

/// <summary>Signing in by Microsoft or Google, against a stand-in of their protocol.</summary>
public sealed class OutsideTests : IAsyncLifetime
{
    private const string Teacher = "teacher@demo.example";
    private const string Domain = "demo.example";
    private const string NotDone = "Signing in with the other service did not work. Try again, or use your password.";
    private const string OtherOrganisation = "You are signed in there with an account that is not of your organisation. Choose your work or school account.";
    private const string NotVerified = "The other service does not vouch for your email address. Ask whoever looks after Lanyard in your organisation for a sign-in link.";
    private const string Unknown = "Lanyard knows nobody with that email address. Ask whoever looks after Lanyard in your organisation to add you.";

    private static readonly Guid Tenant = new("8f14e45f-ceea-467f-a9b4-0123456789ab");

    private OutsideStandIn _outside = null!; // set before every test
    private RunningServer _server = null!; // set before every test

    public async ValueTask InitializeAsync()
    {
        _outside = await OutsideStandIn.StartAsync();
        _server = await RunningServer.StartAsync(options => options with { OutsideProviders = OutsideProviders.Read(Settings().GetValueOrDefault) });
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _outside.DisposeAsync();
    }

    [Theory]
    [InlineData("Microsoft")]
    [InlineData("Google")]
    public async Task SomebodyWhoIsHere_IsSignedIn(string name)
    {
        Says(Teacher.ToUpperInvariant());
        using var visitor = await ComeAsync(name);

        visitor.Errors.ShouldBeEmpty();
        visitor.Path.ShouldBe("/");
        visitor.Text.ShouldContain("Hello, Tom Okafor");
        _outside.Given.ShouldBe(1);
    }

    [Fact]
    public async Task AfterSigningIn_ThePageThatWasAskedForOpens()
    {
        Says(Teacher);
        using var visitor = _server.NewVisitor();
        await visitor.OpenAsync("/policies");
        await visitor.FollowAsync("Sign in with Google");

        visitor.Path.ShouldBe("/policies");
    }

    [Fact]
    public async Task Google_IsToldTheDomain()
    {
        Says(Teacher);
        using var visitor = await ComeAsync("Google");

        _outside.Asked.ShouldHaveSingleItem()["hd"].ToString().ShouldBe(Domain);
    }

    [Theory]
    [InlineData("Microsoft")]
    [InlineData("Google")]
    public async Task UnknownAddress_IsRefused_AndNobodyIsMade(string name)
    {
        Says("stranger@demo.example");
        using var visitor = await ComeAsync(name);

        await IsRefusedAsync(visitor, Unknown);
        (await _server.DoAsync(services => services.GetRequiredService<UserManager<Account>>().FindByEmailAsync("stranger@demo.example"))).ShouldBeNull();
    }

    [Theory]
    [InlineData("someone-else.example")]
    [InlineData(null)]
    public async Task Google_OfAnotherDomain_IsRefused(string? domain)
    {
        _outside.User = new { email = Teacher, email_verified = true, hd = domain };
        using var visitor = await ComeAsync("Google");

        await IsRefusedAsync(visitor, OtherOrganisation);
    }

    [Fact]
    public async Task Google_WithAnUnverifiedAddress_IsRefused()
    {
        _outside.User = new { email = Teacher, email_verified = false, hd = Domain };
        using var visitor = await ComeAsync("Google");

        await IsRefusedAsync(visitor, NotVerified);
    }

    [Fact]
    public async Task Microsoft_OfAnotherTenant_IsRefused()
    {
        Says(Teacher);
        _outside.Claims = new { tid = Guid.NewGuid(), aud = OutsideStandIn.ClientId };
        using var visitor = await ComeAsync("Microsoft");

        await IsRefusedAsync(visitor, OtherOrganisation);
    }

    [Fact]
    public async Task Microsoft_WithATokenForAnotherApplicationOrNone_IsRefused()
    {
        Says(Teacher);
        foreach (var claims in new object?[] { new { tid = Tenant, aud = "another" }, null })
        {
            _outside.Claims = claims;
            using var visitor = await ComeAsync("Microsoft");
            await IsRefusedAsync(visitor, OtherOrganisation);
        }
    }

    [Fact]
    public async Task Microsoft_GuestsAndEmailClaims_AreNotBelieved()
    {
        Says(Teacher);
        foreach (var user in new object[] { new { userPrincipalName = "teacher_demo.example#EXT#@other.example", mail = Teacher }, new { mail = Teacher, email = Teacher } })
        {
            _outside.User = user;
            using var visitor = await ComeAsync("Microsoft");
            await IsRefusedAsync(visitor, NotVerified);
        }
    }

    [Fact]
    public async Task WrongState_IsRefused()
    {
        Says(Teacher);
        using var visitor = _server.NewVisitor();
        var callback = await CallbackAsync(visitor);
        await visitor.OpenAsync(callback.AbsoluteUri.Replace("state=", "state=x", StringComparison.Ordinal));

        await IsRefusedAsync(visitor, NotDone);
        _outside.Given.ShouldBe(0);
    }

    [Fact]
    public async Task AnswerThatBelongsToAnotherBrowser_IsRefused()
    {
        Says(Teacher);
        using var attacker = _server.NewVisitor();
        var callback = await CallbackAsync(attacker);
        using var victim = _server.NewVisitor();
        await victim.OpenAsync(callback.AbsoluteUri);

        await IsRefusedAsync(victim, NotDone);
        _outside.Given.ShouldBe(0);
    }

    [Fact]
    public async Task AnswerUsedTwice_IsRefused()
    {
        Says(Teacher);
        using var visitor = _server.NewVisitor();
        var callback = await CallbackAsync(visitor);
        await visitor.OpenAsync(callback.AbsoluteUri);
        visitor.Path.ShouldBe("/");
        await visitor.OpenAsync("/sign-out");
        await visitor.PressAsync("Sign out");
        await visitor.OpenAsync(callback.AbsoluteUri);

        await IsRefusedAsync(visitor, NotDone);
    }

    [Fact]
    public async Task WrongVerifier_IsRefused()
    {
        Says(Teacher);
        _outside.SwapsChallenges = true;
        using var visitor = await ComeAsync("Google");

        await IsRefusedAsync(visitor, NotDone);
        _outside.Refused.ShouldBe(["verifier"]);
    }

    [Fact]
    public async Task WrongSecret_IsRefused()
    {
        var settings = Settings();
        settings["LANYARD_GOOGLE_CLIENT_SECRET"] = "another";
        await using var server = await RunningServer.StartAsync(options => options with { OutsideProviders = OutsideProviders.Read(settings.GetValueOrDefault) });
        Says(Teacher);
        using var visitor = server.NewVisitor();
        await visitor.OpenAsync("/sign-in");
        await visitor.FollowAsync("Sign in with Google");

        await IsRefusedAsync(visitor, NotDone);
        _outside.Refused.ShouldBe(["client"]);
    }

    [Fact]
    public async Task GivingUp_ComesBackInPlainWords()
    {
        _outside.IsGivenUp = true;
        using var visitor = await ComeAsync("Microsoft");

        await IsRefusedAsync(visitor, NotDone);
    }

    [Fact]
    public async Task WithCodesOn_TheCodeIsStillAsked()
    {
        Says(Teacher);
        await _server.DoAsync(async services =>
        {
            var accounts = services.GetRequiredService<UserManager<Account>>();
            return await accounts.SetTwoFactorEnabledAsync((await accounts.FindByEmailAsync(Teacher))!, enabled: true); // the demonstration has it
        });
        using var visitor = await ComeAsync("Google");

        visitor.Path.ShouldBe("/sign-in/code");
        await visitor.OpenAsync("/account");
        visitor.Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task SomebodyWithoutAnAccount_GetsOne_AndSomebodyWhoLeftDoesNot()
    {
        Says("new@demo.example");
        var (organisation, person) = await JoinAsync("new@demo.example");
        using var visitor = await ComeAsync("Google");
        visitor.Text.ShouldContain("Hello, Mina Patel");

        await WriteAsync(organisation, new PersonLeft(person, new DateOnly(2020, 1, 1)));
        using var again = await ComeAsync("Google");

        await IsRefusedAsync(again, Unknown);
    }

    [Fact]
    public async Task AddressOfTwoPeople_IsNobodys()
    {
        Says(Teacher);
        await JoinAsync(Teacher);
        using var visitor = await ComeAsync("Google");

        await IsRefusedAsync(visitor, Unknown);
    }

    [Fact]
    public async Task ServiceThatIsNotSetUp_IsNotOffered()
    {
        await using var server = await RunningServer.StartAsync();
        using var visitor = server.NewVisitor();
        await visitor.OpenAsync("/sign-in");
        visitor.Text.ShouldNotContain("Sign in with Google");
        await visitor.OpenAsync("/sign-in/with/google");
        visitor.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("LANYARD_ENTRA_CLIENT_SECRET", "", "set LANYARD_ENTRA_CLIENT_SECRET too")]
    [InlineData("LANYARD_GOOGLE_HOSTED_DOMAIN", "", "set LANYARD_GOOGLE_HOSTED_DOMAIN too")]
    [InlineData("LANYARD_ENTRA_TENANT", "common", "LANYARD_ENTRA_TENANT must be the tenant's id")]
    public void Settings_ThatAreWrong_AreRefused(string name, string value, string says)
    {
        var settings = Settings();
        settings[name] = value;

        Should.Throw<FormatException>(() => OutsideProviders.Read(settings.GetValueOrDefault)).Message.ShouldContain(says);
    }

    private Dictionary<string, string> Settings()
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["LANYARD_ENTRA_TENANT"] = Tenant.ToString(), ["LANYARD_GOOGLE_HOSTED_DOMAIN"] = Domain };
        foreach (var service in new[] { "ENTRA", "GOOGLE" })
        {
            settings[$"LANYARD_{service}_CLIENT_ID"] = OutsideStandIn.ClientId;
            settings[$"LANYARD_{service}_CLIENT_SECRET"] = OutsideStandIn.ClientSecret;
            settings[$"LANYARD_{service}_AUTHORIZE"] = $"{_outside?.Address}/authorize";
            settings[$"LANYARD_{service}_TOKEN"] = $"{_outside?.Address}/token";
            settings[$"LANYARD_{service}_USER"] = $"{_outside?.Address}/user";
        }

        return settings;
    }

    private void Says(string email)
    {
        _outside.User = new { userPrincipalName = email, email, email_verified = true, hd = Domain };
        _outside.Claims = new { tid = Tenant, aud = OutsideStandIn.ClientId };
    }

    private async Task<Visitor> ComeAsync(string name)
    {
        var visitor = _server.NewVisitor();
        await visitor.OpenAsync("/sign-in");
        await visitor.FollowAsync($"Sign in with {name}");
        return visitor;
    }

    /// <summary>The address to which the outside service sends the browser back, not opened yet.</summary>
    private async Task<Uri> CallbackAsync(Visitor visitor)
    {
        var authorize = (await visitor.AskAsync(new Uri(_server.Address, "/sign-in/with/google"))).ShouldNotBeNull();
        var callback = (await visitor.AskAsync(authorize)).ShouldNotBeNull();
        QueryHelpers.ParseQuery(callback.Query).Keys.ShouldBe(["code", "state"]);
        return callback;
    }

    private static async Task IsRefusedAsync(Visitor visitor, string why)
    {
        visitor.Path.ShouldBe("/sign-in");
        visitor.Errors.ShouldBe([why]);
        await visitor.OpenAsync("/account");
        visitor.Path.ShouldBe("/sign-in");
    }

    private Task<(OrganisationId Organisation, PersonId Person)> JoinAsync(string email) => _server.DoAsync(async services =>
    {
        var organisation = (await services.GetRequiredService<RecordBook>().Store.OrganisationsAsync(CancellationToken.None)).Single(id => id != Installation.Partition);
        var person = new PersonId(Guid.NewGuid());
        await WriteAsync(organisation, new PersonJoined(person, [new RoleHeld("teacher", School: null)]) { Content = new("Mina Patel", email) });
        return (organisation, person);
    });

    private Task WriteAsync(OrganisationId organisation, Event happened) => _server.DoAsync(services =>
        services.GetRequiredService<RecordBook>().WriteAsync(organisation, new(null), [happened], new Dictionary<string, long>(StringComparer.Ordinal), CancellationToken.None));
}
