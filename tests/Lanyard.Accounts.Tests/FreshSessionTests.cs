using System.Security.Claims;
using Lanyard.Accounts.Outside;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Lanyard.Accounts.Tests;

/// <summary>A person who signs in where somebody else's session is shown gets a session of their own, by whichever way they come.</summary>
public sealed class FreshSessionTests : IAsyncLifetime
{
    private const string Attacker = "teacher@demo.example";
    private const string Victim = "dsl@demo.example";
    private const string NewPassword = "quiet marble tractor";

    private OutsideStandIn _outside = null!; // set before every test
    private RunningServer _server = null!; // set before every test

    public async ValueTask InitializeAsync()
    {
        _outside = await OutsideStandIn.StartAsync();
        _server = await RunningServer.StartAsync(options => options with { OutsideProviders = OutsideProviders.Read(_outside.GoogleSettings("demo.example").GetValueOrDefault) });
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _outside.DisposeAsync();
    }

    [Fact]
    public async Task Password_DoesNotTakeTheSessionThatIsShown()
    {
        using var attacker = await _server.SignInAsync(Attacker);
        using var victim = _server.NewVisitor();
        await victim.OpenAsync("/sign-in");
        victim.SessionCookie = attacker.SessionCookie;
        await victim.PressAsync("Sign in", ("Email address", Victim), ("Password", Web.Demonstration.DemonstrationTrust.Password)); // the form was for nobody

        await IsNotTheVictimAsync(attacker);
    }

    [Fact]
    public async Task Code_EndsTheSessionThatIsShown()
    {
        var secret = await TurnCodesOnAsync();
        using var attacker = await _server.SignInAsync(Attacker);
        using var victim = await _server.SignInAsync(Victim);
        victim.Path.ShouldBe("/sign-in/code");
        victim.SessionCookie = attacker.SessionCookie;
        await victim.OpenAsync("/sign-in/code");
        await victim.PressAsync("Go on", ("Enter the code from your authenticator app", AuthenticatorApp.Code(secret, steps: 1)));

        await IsFreshAsync(victim, attacker);
    }

    [Fact]
    public async Task Link_EndsTheSessionThatIsShown()
    {
        using var attacker = await _server.SignInAsync(Attacker);
        using var victim = _server.NewVisitor();
        victim.SessionCookie = attacker.SessionCookie;
        await victim.OpenAsync(await _server.MakeLinkAsync(Victim));
        await victim.PressAsync("Save and sign in", ("Password", NewPassword), ("The same password again", NewPassword));

        await IsFreshAsync(victim, attacker);
    }

    [Fact]
    public async Task OutsideService_EndsTheSessionThatIsShown()
    {
        _outside.User = new { email = Victim, email_verified = true, hd = "demo.example" };
        using var attacker = await _server.SignInAsync(Attacker);
        using var victim = _server.NewVisitor();
        victim.SessionCookie = attacker.SessionCookie;
        await victim.OpenAsync("/sign-in/with/google");

        await IsFreshAsync(victim, attacker);
    }

    [Fact]
    public async Task SamePerson_WhoSignsInAnew_GetsAnotherKey()
    {
        using var first = await _server.SignInAsync(Victim);
        var key = first.SessionCookie;
        await first.OpenAsync(await _server.MakeLinkAsync(Victim));
        await first.PressAsync("Save and sign in", ("Password", NewPassword), ("The same password again", NewPassword));

        first.SessionCookie.ShouldNotBeNull().ShouldNotBe(key);
        using var old = _server.NewVisitor();
        old.SessionCookie = key;
        await old.OpenAsync("/account");
        old.Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task HalfSignIn_OfAnotherBrowser_EndsWithTheNextPassword()
    {
        var secret = await TurnCodesOnAsync();
        using var first = await _server.SignInAsync(Victim);
        using var copy = _server.NewVisitor();
        copy.Cookies.Add(first.Cookies.GetAllCookies());
        await first.SignInAsync(Victim);
        await copy.OpenAsync("/sign-in/code");
        copy.Path.ShouldBe("/sign-in");

        copy.Cookies.Add(first.Cookies.GetAllCookies());
        await first.PressAsync("Go on", ("Enter the code from your authenticator app", AuthenticatorApp.Code(secret, steps: 1)));
        first.Path.ShouldBe("/");
        await copy.OpenAsync("/sign-in/code");
        copy.Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Renewing_RefusesAnotherPersonAndAnotherTime()
    {
        var teacher = await _server.PersonAsync(Attacker);
        var lead = await _server.PersonAsync(Victim);
        await _server.DoAsync(async services =>
        {
            var sessions = services.GetRequiredService<SessionStore>();
            var key = await sessions.StoreAsync(Ticket(teacher.ToString(), "2026-01-01"));
            foreach (var other in new[] { Ticket(lead.ToString(), "2026-01-01"), Ticket(teacher.ToString(), "2026-01-02") })
            {
                await sessions.RenewAsync(key, other);
                var kept = (await sessions.RetrieveAsync(key)).ShouldNotBeNull().Principal;
                (kept.FindFirstValue(ClaimTypes.NameIdentifier), kept.FindFirstValue(SignedIn.BeganClaim)).ShouldBe((teacher.ToString(), "2026-01-01"));
            }

            return true;
        });
    }

    private static AuthenticationTicket Ticket(string person, string began) =>
        new(new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, person), new(SignedIn.BeganClaim, began)], "test")), CookieAuthenticationDefaults.AuthenticationScheme);

    private static async Task IsFreshAsync(Visitor victim, Visitor attacker)
    {
        victim.Path.ShouldBe("/");
        victim.SessionCookie.ShouldNotBeNull().ShouldNotBe(attacker.SessionCookie);
        await victim.OpenAsync("/account");
        victim.Path.ShouldBe("/account");
        await attacker.OpenAsync("/account");
        attacker.Path.ShouldBe("/sign-in");
    }

    private static async Task IsNotTheVictimAsync(Visitor attacker)
    {
        await attacker.OpenAsync("/");
        attacker.Text.ShouldContain("Hello, Tom Okafor");
    }

    private async Task<string> TurnCodesOnAsync()
    {
        using var visitor = await _server.SignInAsync(Victim);
        await visitor.OpenAsync("/account/codes");
        var secret = visitor.Page.QuerySelector("#secret").ShouldNotBeNull().TextContent;
        await visitor.PressAsync("Turn codes on", ("Code", AuthenticatorApp.Code(secret)));
        return secret;
    }
}
