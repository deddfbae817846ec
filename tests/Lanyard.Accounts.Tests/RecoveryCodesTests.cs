using Shouldly;

namespace Lanyard.Accounts.Tests;

/// <summary>Codes on paper for the day on which the phone is not there.</summary>
public sealed class RecoveryCodesTests : IAsyncLifetime
{
    private const string Teacher = "teacher@demo.example"; // a role that sees cases keeps its last second factor
    private const string Field = "Enter the code from your authenticator app";

    private RunningServer _server = null!; // set before every test

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task RecoveryCode_LetsInOnce_HoweverItIsTyped()
    {
        var (_, codes) = await TurnOnAsync();
        codes.Count.ShouldBe(10);
        codes.ShouldBeUnique();
        codes.ShouldAllBe(code => code.Length == 17);
        using var first = await _server.SignInAsync(Teacher);
        await first.PressAsync("Go on", (Field, $" {codes[3].Replace('-', ' ').ToUpperInvariant()} "));
        first.Path.ShouldBe("/");
        await first.OpenAsync("/account");
        first.Text.ShouldContain("9 left");
        first.Text.ShouldContain("A recovery code was used");

        using var second = await _server.SignInAsync(Teacher);
        await second.PressAsync("Go on", (Field, codes[3]));
        second.Errors.ShouldHaveSingleItem();
        await second.PressAsync("Go on", (Field, codes[4]));
        second.Path.ShouldBe("/");
    }

    [Fact]
    public async Task RecoveryCode_SentTwiceAtOnce_LetsOneIn()
    {
        var (_, codes) = await TurnOnAsync();
        using var first = await _server.SignInAsync(Teacher);
        using var second = await _server.SignInAsync(Teacher);

        await Task.WhenAll(first.PressAsync("Go on", (Field, codes[0])), second.PressAsync("Go on", (Field, codes[0])));

        new[] { first, second }.Count(visitor => visitor.Path == "/").ShouldBe(1);
    }

    [Fact]
    public async Task RecoveryCodes_WhenNewOnesAreMade_EndTheOldOnes()
    {
        var (secret, codes) = await TurnOnAsync();
        using var visitor = await _server.SignInAsync(Teacher);
        await visitor.PressAsync("Go on", (Field, codes[0]));
        await visitor.OpenAsync("/account");
        visitor.Text.ShouldNotContain(codes[1]);
        await visitor.FollowAsync("Make new recovery codes");
        visitor.Text.ShouldContain("You have 9 left");
        await visitor.PressAsync("Make recovery codes", ("Code from your authenticator app", AuthenticatorApp.Code(secret, steps: 1)));
        var fresh = Shown(visitor);
        fresh.Count.ShouldBe(10);

        using var other = await _server.SignInAsync(Teacher);
        await other.PressAsync("Go on", (Field, codes[1]));
        other.Errors.ShouldHaveSingleItem();
        await other.PressAsync("Go on", (Field, fresh[1]));
        other.Path.ShouldBe("/");
    }

    [Fact]
    public async Task RecoveryCode_TurnsCodesOff_AndTheOthersEndWithThem()
    {
        var (_, codes) = await TurnOnAsync();
        using var visitor = await _server.SignInAsync(Teacher);
        await visitor.PressAsync("Go on", (Field, codes[0]));
        await visitor.OpenAsync("/account/codes/off");
        await visitor.PressAsync("Turn codes off", ("Code from your authenticator app", codes[1]));

        visitor.Text.ShouldContain("Codes are off.");
        var (_, fresh) = await TurnOnAsync();
        using var other = await _server.SignInAsync(Teacher);
        await other.PressAsync("Go on", (Field, codes[2]));
        other.Errors.ShouldHaveSingleItem();
        await other.PressAsync("Go on", (Field, fresh[2]));
        other.Path.ShouldBe("/");
    }

    [Fact]
    public async Task WrongRecoveryCodes_LockTheAccount()
    {
        var (_, codes) = await TurnOnAsync();
        using var visitor = await _server.SignInAsync(Teacher);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await visitor.PressAsync("Go on", (Field, "aaaaa-bbbbb-ccccc"));
        }

        await visitor.PressAsync("Go on", (Field, codes[0]));

        visitor.Path.ShouldBe("/sign-in/code");
    }

    private static List<string> Shown(Visitor visitor) => [.. visitor.Page.QuerySelectorAll("#recovery code").Select(code => code.TextContent)];

    private async Task<(string Secret, List<string> Codes)> TurnOnAsync()
    {
        using var visitor = await _server.SignInAsync(Teacher);
        await visitor.OpenAsync("/account/codes");
        var secret = visitor.Page.QuerySelector("#secret").ShouldNotBeNull().TextContent;
        await visitor.PressAsync("Turn codes on", ("Code", AuthenticatorApp.Code(secret)));
        return (secret, Shown(visitor));
    }
}
