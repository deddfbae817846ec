using Shouldly;

namespace Lanyard.Accounts.Tests;

/// <summary>Codes from an authenticator app.</summary>
public sealed class CodesTests : IAsyncLifetime
{
    private const string Lead = "dsl@demo.example";
    private const string Wrong = "The code is wrong or too old. Enter the one that the app shows now.";
    private const string WrongAtSignIn = "The code is wrong or too old. Enter the one that the app shows now, or a recovery code that you have not used.";

    private RunningServer _server = null!; // set before every test

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task SetUp_ShowsTheSecretInGroupsOfFour_AndAsALink()
    {
        using var visitor = await _server.SignInAsync(Lead);
        var secret = await OpenSetUpAsync(visitor);

        visitor.Page.QuerySelector("#qr svg[role=img]").ShouldNotBeNull();
        secret.Split(' ').ShouldAllBe(group => group.Length == 4);
        visitor.Page.QuerySelector("a[href^=otpauth]").ShouldNotBeNull().GetAttribute("href")
            .ShouldBe($"otpauth://totp/Lanyard:dsl%40demo.example?secret={secret.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()}&issuer=Lanyard");
    }

    [Fact]
    public async Task Codes_AreNotOnUntilOneWasRight()
    {
        using var visitor = await _server.SignInAsync(Lead);
        var secret = await OpenSetUpAsync(visitor);
        await visitor.PressAsync("Turn codes on", ("Code", "12"));
        visitor.Errors.ShouldBe([Wrong]);
        visitor.Page.QuerySelector("#secret")!.TextContent.ShouldBe(secret); // the page has shown it before

        using var other = await _server.SignInAsync(Lead);
        other.Path.ShouldBe("/");
    }

    [Fact]
    public async Task SignIn_WithCodesOn_AsksForOne()
    {
        var (visitor, secret) = await TurnOnAsync();
        visitor.Text.ShouldContain("Codes were turned on");
        visitor.Dispose();

        using var other = await _server.SignInAsync(Lead);
        other.Path.ShouldBe("/sign-in/code");
        await other.OpenAsync("/account");
        other.Path.ShouldBe("/sign-in");
        await other.SignInAsync(Lead);
        await other.PressAsync("Go on", ("Enter the code from your authenticator app", "000 00"));
        other.Errors.ShouldBe([WrongAtSignIn]);
        await other.PressAsync("Go on", ("Enter the code from your authenticator app", AuthenticatorApp.Code(secret, steps: 1)));
        other.Path.ShouldBe("/");
    }

    [Fact]
    public async Task Code_WorksOnce_EvenIfANewerOneWasUsedSince()
    {
        using var visitor = await _server.SignInAsync(Lead);
        var secret = await OpenSetUpAsync(visitor);
        var (older, newer) = (AuthenticatorApp.Code(secret), AuthenticatorApp.Code(secret, steps: 1));
        await visitor.PressAsync("Turn codes on", ("Code", older));
        using var first = await _server.SignInAsync(Lead);
        await first.PressAsync("Go on", ("Enter the code from your authenticator app", newer));
        first.Path.ShouldBe("/");

        using var second = await _server.SignInAsync(Lead);
        foreach (var used in new[] { older, newer })
        {
            await second.PressAsync("Go on", ("Enter the code from your authenticator app", used));
            second.Errors.ShouldBe([WrongAtSignIn]);
        }
    }

    [Fact]
    public async Task Code_AfterFiveWrongOnes_IsRefusedEvenIfRight()
    {
        var (visitor, secret) = await TurnOnAsync();
        visitor.Dispose();
        using var other = await _server.SignInAsync(Lead);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await other.PressAsync("Go on", ("Enter the code from your authenticator app", "1"));
        }

        await other.PressAsync("Go on", ("Enter the code from your authenticator app", AuthenticatorApp.Code(secret, steps: 1)));

        other.Errors.ShouldBe(["Too many wrong codes were entered. Wait 15 minutes, then enter the code that the app shows by then."]);
    }

    [Fact]
    public async Task Link_WithCodesOn_StillAsksForTheCode()
    {
        var (visitor, secret) = await TurnOnAsync();
        visitor.Dispose();
        using var other = _server.NewVisitor();
        await other.OpenAsync(await _server.MakeLinkAsync(Lead));
        await other.PressAsync("Save and sign in", ("Password", "quiet marble tractor"), ("The same password again", "quiet marble tractor"));
        other.Path.ShouldBe("/sign-in");

        await other.SignInAsync(Lead, "quiet marble tractor");
        other.Path.ShouldBe("/sign-in/code");
        await other.PressAsync("Go on", ("Enter the code from your authenticator app", AuthenticatorApp.Code(secret, steps: 1)));
        other.Path.ShouldBe("/");
    }

    [Fact]
    public async Task TurningOff_NeedsACode_AndForgetsTheSecret()
    {
        var (visitor, secret) = await TurnOnAsync("teacher@demo.example");
        await visitor.FollowAsync("Turn codes off");
        await visitor.PressAsync("Turn codes off", ("Code from your authenticator app", "999"));
        visitor.Errors.ShouldBe([Wrong]);
        await visitor.PressAsync("Turn codes off", ("Code from your authenticator app", AuthenticatorApp.Code(secret, steps: 1)));

        visitor.Text.ShouldContain("Codes are off.");
        visitor.Text.ShouldContain("Codes were turned off");
        (await OpenSetUpAsync(visitor)).ShouldNotBe(secret);
        visitor.Dispose();
        using var other = await _server.SignInAsync("teacher@demo.example");
        other.Path.ShouldBe("/");
    }

    [Fact]
    public async Task Home_TellsWhoSeesCasesToTurnThemOn_UntilTheyAre()
    {
        const string task = "Guard your account with codes or a passkey";
        foreach (var email in new[] { Lead, "head@demo.example" })
        {
            using var visitor = await _server.SignInAsync(email);
            visitor.Text.ShouldContain(task);
        }

        using var teacher = await _server.SignInAsync("teacher@demo.example");
        teacher.Text.ShouldNotContain(task);
        var (lead, _) = await TurnOnAsync();
        await lead.OpenAsync("/");
        lead.Text.ShouldNotContain(task);
        lead.Dispose();
    }

    private static async Task<string> OpenSetUpAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/account");
        await visitor.FollowAsync("Turn codes on");
        return visitor.Page.QuerySelector("#secret").ShouldNotBeNull().TextContent;
    }

    private async Task<(Visitor Visitor, string Secret)> TurnOnAsync(string email = Lead)
    {
        var visitor = await _server.SignInAsync(email);
        var secret = await OpenSetUpAsync(visitor);
        await visitor.PressAsync("Turn codes on", ("Code", AuthenticatorApp.Code(secret)));
        visitor.Text.ShouldContain("Codes are on");
        await visitor.FollowAsync("I have kept them: go on to your account");
        return (visitor, secret);
    }
}
