using System.Net;
using Shouldly;

namespace Lanyard.Accounts.Tests;

/// <summary>The pages of passkeys against browsers that make answers up. A real browser is tried in the end-to-end tests.</summary>
public sealed class PasskeyPageTests : IAsyncLifetime
{
    private RunningServer _server = null!; // set before every test

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("nonsense")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"e30","authenticatorData":"AAAA","signature":"AAAA","userHandle":"AAAA","attestationObject":"AAAA"}}""")]
    public async Task Credential_MadeUp_IsRefused(string credential)
    {
        using var visitor = _server.NewVisitor();
        await visitor.OpenAsync("/sign-in/passkey");
        visitor.Page.QuerySelector("input[name=Credential]")!.SetAttribute("value", credential); // the page has one
        await visitor.PressAsync("Use a passkey");
        visitor.Status.ShouldBe(HttpStatusCode.OK);
        visitor.Errors.ShouldBe(["No passkey of yours was found here. Try again, or sign in with your password."]);

        await visitor.SignInAsync("teacher@demo.example");
        await visitor.OpenAsync("/account/passkeys/add");
        visitor.Page.QuerySelector("input[name=Credential]")!.SetAttribute("value", credential); // and so has this one
        await visitor.PressAsync("Add a passkey", ("Name of the passkey", "made up"));
        visitor.Status.ShouldBe(HttpStatusCode.OK);
        visitor.Errors.ShouldBe(["No passkey was made. Try again, and follow what your browser or device asks."]);
    }

    [Fact]
    public async Task Page_WithoutScripts_SaysWhatToDoInstead()
    {
        using var visitor = _server.NewVisitor();
        await visitor.OpenAsync("/sign-in/passkey");

        visitor.Page.QuerySelector("form[data-passkey]")!.HasAttribute("hidden").ShouldBeTrue(); // the page has one
        visitor.Text.ShouldContain("Passkeys need a newer browser with scripts turned on.");
    }

    [Fact]
    public async Task Passkey_OfNobody_CannotBeRemoved()
    {
        using var visitor = await _server.SignInAsync("teacher@demo.example");
        await visitor.OpenAsync("/account/passkeys/00ff/remove");

        visitor.Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
