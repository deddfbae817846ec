using System.Net;
using Shouldly;

namespace Lanyard.Accounts.Tests;

/// <summary>Signing in by password and by link.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private RunningServer _server = null!; // set before every test

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/account")]
    [InlineData("/account/password")]
    [InlineData("/account/codes")]
    [InlineData("/account/codes/off")]
    [InlineData("/account/passkeys/add")]
    [InlineData("/account/passkeys/00ff/remove")]
    public async Task Page_WhenSignedOut_SendsToSignIn(string address)
    {
        using var visitor = _server.NewVisitor();
        await visitor.OpenAsync(address);

        visitor.Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task SignIn_WithTheRightPassword_GoesHome()
    {
        using var visitor = await _server.SignInAsync("teacher@demo.example");

        visitor.Path.ShouldBe("/");
        visitor.Text.ShouldContain("Hello, Tom Okafor");
    }

    [Fact]
    public async Task SignIn_AfterFiveWrongPasswords_IsHeldUp()
    {
        using var visitor = _server.NewVisitor();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await visitor.SignInAsync("teacher@demo.example", "not the password");
            visitor.Errors.ShouldBe(["The email address or the password is wrong"]);
        }

        await visitor.SignInAsync("teacher@demo.example");

        visitor.Errors.ShouldBe(["Too many wrong passwords were entered. Try again in a minute, or ask for a new sign-in link."]);
        visitor.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        visitor.RetryAfter.ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        visitor.Page.Title.ShouldNotBeNull().ShouldStartWith("Error: ");
        using var other = await _server.SignInAsync("governor@demo.example");
        other.Path.ShouldBe("/");
    }

    [Fact]
    public async Task Lock_IsInTheHistory_AndALinkUndoesIt()
    {
        using var visitor = _server.NewVisitor();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await visitor.SignInAsync("teacher@demo.example", "not the password");
        }

        await visitor.OpenAsync(await _server.MakeLinkAsync("teacher@demo.example"));
        await visitor.PressAsync("Save and sign in", ("Password", "quiet marble tractor"), ("The same password again", "quiet marble tractor"));
        await visitor.OpenAsync("/account");

        visitor.Text.ShouldContain("Too many wrong passwords were entered for your account, so sign-in was held up where they came from");
        visitor.Text.ShouldContain("A sign-in link was made for you");
        visitor.Text.ShouldContain("a password was set");
    }

    [Fact]
    public async Task Link_WhenUsed_IsRefused()
    {
        var link = await _server.MakeLinkAsync("teacher@demo.example");
        using var first = _server.NewVisitor();
        using var second = _server.NewVisitor();
        await second.OpenAsync(link);
        await first.OpenAsync(link);
        await first.PressAsync("Save and sign in", ("Password", "quiet marble tractor"), ("The same password again", "quiet marble tractor"));
        first.Path.ShouldBe("/");

        await second.PressAsync("Save and sign in", ("Password", "loud pebble wagon"), ("The same password again", "loud pebble wagon"));
        second.Text.ShouldContain("This link does not work any more");
        await second.OpenAsync(link);
        second.Text.ShouldContain("This link does not work any more");
        second.Page.QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        using var visitor = await _server.SignInAsync("teacher@demo.example");
        await visitor.OpenAsync("/sign-out");
        await visitor.PressAsync("Sign out");
        await visitor.OpenAsync("/account");

        visitor.Path.ShouldBe("/sign-in");
        visitor.Status.ShouldBe(HttpStatusCode.OK);
    }
}
