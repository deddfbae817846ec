using Lanyard.Web.Demonstration;
using Shouldly;

namespace Lanyard.Accounts.Tests;

/// <summary>A browser that was left open changes nothing that matters.</summary>
public sealed class FreshProofTests : IAsyncLifetime
{
    private const string Teacher = "teacher@demo.example";
    private const string Lead = "lead@demo.example";

    private readonly ShiftedClock _clock = new();
    private RunningServer _server = null!; // set before every test

    public async ValueTask InitializeAsync() =>
        _server = await RunningServer.StartAsync(options => options with { Clock = _clock });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("/account/passkeys/add")]
    [InlineData("/account/codes")]
    public async Task APageThatAddsAWayIn_AsksForAProof_OnceTenMinutesHavePassed(string page)
    {
        using var visitor = await _server.SignInAsync(Teacher);
        _clock.Ahead = TimeSpan.FromMinutes(9);
        await visitor.OpenAsync(page);
        visitor.Path.ShouldBe(page);
        _clock.Ahead = TimeSpan.FromMinutes(11);
        await visitor.OpenAsync(page);
        visitor.Path.ShouldBe("/account/prove");

        await visitor.PressAsync("Go on", ("Your password", "a wrong one altogether"));
        visitor.Errors.ShouldHaveSingleItem().ShouldStartWith("The password is wrong");
        await visitor.PressAsync("Go on", ("Your password", DemonstrationTrust.Password));
        visitor.Path.ShouldBe(page);
    }

    [Fact]
    public async Task AToken_IsNotMade_WithoutAProof()
    {
        using var visitor = await _server.SignInAsync(Teacher);
        await visitor.OpenAsync("/account/tokens");
        _clock.Ahead = TimeSpan.FromMinutes(11);
        await visitor.PressAsync("Make token", ("Name", "A program"), ("policies:read", ""), ("30 days", ""));

        visitor.Path.ShouldBe("/account/prove");
        await visitor.PressAsync("Go on", ("Your password", DemonstrationTrust.Password));
        visitor.Path.ShouldBe("/account/tokens");
        visitor.Text.ShouldContain("You have no tokens.");
        await visitor.PressAsync("Make token", ("Name", "A program"), ("policies:read", ""), ("30 days", ""));
        visitor.Text.ShouldContain("Copy your new token now");
    }

    [Fact]
    public async Task ALink_IsNotMade_NorAFactorReset_WithoutAProof()
    {
        using var lead = await _server.SignInAsync(Lead);
        var home = $"/people/{await _server.PersonAsync(Teacher)}";
        await lead.OpenAsync(home);
        _clock.Ahead = TimeSpan.FromMinutes(11);
        await lead.PressAsync("Make a sign-in link");
        lead.Path.ShouldBe("/account/prove");
        foreach (var page in new[] { $"{home}/second-factor", $"{home}/change", "/case-roles/give" })
        {
            await lead.OpenAsync(page);
            lead.Path.ShouldBe("/account/prove");
        }

        await lead.PressAsync("Go on", ("Your password", DemonstrationTrust.Password));
        await lead.OpenAsync(home);
        await lead.PressAsync("Make a sign-in link");
        lead.Text.ShouldContain("Sign-in link for Tom Okafor");
    }

    [Fact]
    public async Task AForm_ThatTookLonger_KeepsWhatWasTyped()
    {
        using var lead = await _server.SignInAsync(Lead);
        await lead.OpenAsync($"/people/{await _server.PersonAsync(Teacher)}/change");
        _clock.Ahead = TimeSpan.FromMinutes(11);
        lead.Page.QuerySelector("input[name=FullName]")!.SetAttribute("value", "Thomas Okafor"); // the page has one
        await lead.PressAsync("Save", ("Email address (optional)", "tom@demo.example"));

        lead.Errors.ShouldHaveSingleItem()
            .ShouldStartWith("It is more than 10 minutes since you proved that it is you.");
        lead.Page.QuerySelector("input[name=Email]")!.GetAttribute("value").ShouldBe("tom@demo.example");
    }

    [Fact]
    public async Task TurningCodesOn_EndsTheOtherSessions_AndKeepsThisOne()
    {
        using var other = await _server.SignInAsync(Teacher);
        using var visitor = await _server.SignInAsync(Teacher);
        await visitor.OpenAsync("/account/codes");
        var secret = visitor.Page.QuerySelector("#secret").ShouldNotBeNull().TextContent;
        await visitor.PressAsync("Turn codes on", ("Code", AuthenticatorApp.Code(secret)));

        await visitor.OpenAsync("/account");
        visitor.Path.ShouldBe("/account");
        await other.OpenAsync("/account");
        other.Path.ShouldBe("/sign-in");
    }
}
