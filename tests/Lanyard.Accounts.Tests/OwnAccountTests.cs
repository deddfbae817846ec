using Lanyard.Web.Demonstration;
using Lanyard.Web.Features.OwnAccount;
using Shouldly;

namespace Lanyard.Accounts.Tests;

/// <summary>What a person does with their own account.</summary>
public sealed class OwnAccountTests : IAsyncLifetime
{
    private const string Teacher = "teacher@demo.example";
    private const string NewPassword = "quiet marble tractor";

    private RunningServer _server = null!; // set before every test

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Account_SaysWhoIAm()
    {
        using var visitor = await _server.SignInAsync(Teacher);
        await visitor.OpenAsync("/account");

        visitor.Text.ShouldContain("Tom Okafor");
        visitor.Text.ShouldContain(Teacher);
        visitor.Text.ShouldContain("Teacher, Fellside Secondary School");
        visitor.Text.ShouldContain("Firefox on Windows This one");
    }

    [Fact]
    public async Task Session_EndedFromElsewhere_IsSignedOut()
    {
        using var phone = _server.NewVisitor("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1");
        await phone.SignInAsync(Teacher);
        using var desk = await _server.SignInAsync(Teacher);
        await desk.OpenAsync("/account");
        desk.Text.ShouldContain("Safari on an iPhone");

        await desk.PressAsync("Sign out of Safari on an iPhone");

        desk.Text.ShouldContain("That browser is signed out.");
        desk.Text.ShouldNotContain("Safari on an iPhone");
        await phone.OpenAsync("/account");
        phone.Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Session_OfSomebodyElse_IsNotEnded()
    {
        using var victim = await _server.SignInAsync("head@demo.example");
        await victim.OpenAsync("/account");
        var name = victim.Page.QuerySelector("input[name=name]")!.GetAttribute("value")!; // the page has one
        using var visitor = await _server.SignInAsync(Teacher);
        await visitor.OpenAsync("/account");
        visitor.Page.QuerySelector("input[name=name]")!.SetAttribute("value", name); // and so has this one

        await visitor.PressAsync("Sign out");

        await victim.OpenAsync("/account");
        victim.Path.ShouldBe("/account");
    }

    [Fact]
    public async Task SignOutEverywhereElse_LeavesOnlyThisSession()
    {
        using var first = await _server.SignInAsync(Teacher);
        using var second = await _server.SignInAsync(Teacher);
        using var here = await _server.SignInAsync(Teacher);
        await here.OpenAsync("/account");
        await here.PressAsync("Sign out everywhere else");

        here.Path.ShouldBe("/account");
        here.Text.ShouldContain("You are signed out everywhere else.");
        here.Text.ShouldContain("Your other sessions were ended");
        foreach (var other in new[] { first, second })
        {
            await other.OpenAsync("/account");
            other.Path.ShouldBe("/sign-in");
        }
    }

    [Fact]
    public async Task Password_WhenChanged_EndsOtherSessionsAndTheOldPassword()
    {
        using var other = await _server.SignInAsync(Teacher);
        using var visitor = await _server.SignInAsync(Teacher);
        await visitor.OpenAsync("/account");
        await visitor.FollowAsync("Change password");
        await visitor.PressAsync("Change password", ("Your password now", DemonstrationTrust.Password), ("New password", NewPassword), ("The new password again", NewPassword));

        visitor.Text.ShouldContain("Your password is changed.");
        visitor.Text.ShouldContain("Your password was set");
        await other.OpenAsync("/account");
        other.Path.ShouldBe("/sign-in");
        await other.SignInAsync(Teacher);
        other.Errors.ShouldBe(["The email address or the password is wrong"]);
        await other.SignInAsync(Teacher, NewPassword);
        other.Path.ShouldBe("/");
    }

    [Fact]
    public async Task Password_WhenEverythingIsWrong_SaysAllOfIt()
    {
        using var visitor = await _server.SignInAsync(Teacher);
        await visitor.OpenAsync("/account/password");
        await visitor.PressAsync("Change password", ("Your password now", "a wrong one"), ("New password", "short"));

        visitor.Errors.ShouldContain("That is not your password now");
        visitor.Errors.ShouldContain("The password must have at least 12 characters");
    }

    [Fact]
    public async Task Password_GuessedFiveTimesInAnOpenBrowser_IsHeldUp()
    {
        using var visitor = await _server.SignInAsync(Teacher);
        await visitor.OpenAsync("/account/password");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await visitor.PressAsync("Change password", ("Your password now", "a wrong one"), ("New password", NewPassword), ("The new password again", NewPassword));
        }

        await visitor.PressAsync("Change password", ("Your password now", DemonstrationTrust.Password), ("New password", NewPassword), ("The new password again", NewPassword));

        visitor.Errors.ShouldHaveSingleItem().ShouldBe("Too many wrong passwords were entered. Try again in a minute, or ask for a new sign-in link.");
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36", "Chrome on a Chromebook")]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36", "Chrome on Android")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15", "Safari on a Mac")]
    [InlineData("curl/8.5.0", "A browser that does not say what it is")]
    public void Browser_InPlainWords(string agent, string words) => BrowserWords.Of(agent).ShouldBe(words);
}
