using Shouldly;

namespace Lanyard.Accounts.Tests;

/// <summary>What a passkey signs counts once, and only if it was signed on a page of ours.</summary>
public sealed class PasskeyOriginTests : IAsyncLifetime
{
    private const string Teacher = "teacher@demo.example";
    private const string NotMade = "No passkey was made. Try again, and follow what your browser or device asks.";
    private const string NotFound = "No passkey of yours was found here. Try again, or sign in with your password.";

    private readonly SoftPasskey _device = new();
    private RunningServer _server = null!; // set before every test

    private string Origin => $"http://localhost:{_server.Address.Port}";

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync();

    public ValueTask DisposeAsync()
    {
        _device.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task Answer_ShownAgainByAnotherBrowser_IsRefused()
    {
        await AddAsync(Origin);
        using var owner = Come();
        using var thief = Come();
        await owner.OpenAsync("/sign-in/passkey");
        var answer = _device.Show(Options(owner), Origin);
        await thief.OpenAsync("/sign-in/passkey");
        TakeChallenge(from: owner, to: thief);
        await ShowAsync(owner, answer);
        owner.Text.ShouldContain("Hello, Tom Okafor");

        await ShowAsync(thief, answer);
        thief.Errors.ShouldBe([NotFound]);
        await thief.OpenAsync("/account");
        thief.Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Answer_SentTwiceAtOnce_LetsOneIn()
    {
        await AddAsync(Origin);
        using var first = Come();
        using var second = Come();
        await first.OpenAsync("/sign-in/passkey");
        var answer = _device.Show(Options(first), Origin);
        await second.OpenAsync("/sign-in/passkey");
        TakeChallenge(from: first, to: second);
        await Task.WhenAll(ShowAsync(first, answer), ShowAsync(second, answer));

        new[] { first, second }.Count(each => each.Path == "/").ShouldBe(1);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://localhost")]
    [InlineData("https://localhost:{port}")]
    [InlineData("http://localhost:{port}.evil.example")]
    [InlineData("http://evil.localhost:{port}")]
    [InlineData("http://127.0.0.1:{port}")]
    [InlineData("null")]
    public async Task Passkey_MadeOnAPageOfAnotherOrigin_IsRefused(string origin)
    {
        using var visitor = await AddAsync(Named(origin), says: Named(origin));

        visitor.Errors.ShouldBe([NotMade]);
        (await _server.AccountAsync(Teacher)).Passkeys.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://localhost:{port}.evil.example")]
    public async Task Passkey_ShownOnAPageOfAnotherOrigin_IsRefused(string origin)
    {
        await AddAsync(Origin);
        using var visitor = Come();
        await visitor.OpenAsync("/sign-in/passkey");
        visitor.Origin = Named(origin);
        await ShowAsync(visitor, _device.Show(Options(visitor), Named(origin)));

        visitor.Errors.ShouldBe([NotFound]);
    }

    private string Named(string origin) => origin.Replace("{port}", $"{_server.Address.Port}", StringComparison.Ordinal);

    private Visitor Come() => new(new Uri(Origin), "test");

    private async Task<Visitor> AddAsync(string origin, string? says = null)
    {
        var visitor = Come();
        await visitor.SignInAsync(Teacher);
        await visitor.OpenAsync("/account/passkeys/add");
        var answer = _device.Create(Options(visitor), origin);
        visitor.Page.QuerySelector("input[name=Credential]").ShouldNotBeNull().SetAttribute("value", answer);
        visitor.Origin = says;
        await visitor.PressAsync("Add a passkey", ("Name of the passkey", "laptop"));
        if (says is null)
        {
            visitor.Path.ShouldBe("/account", visitor.Text);
        }

        return visitor;
    }

    private static void TakeChallenge(Visitor from, Visitor to) =>
        to.Cookies.Add(from.Cookies.GetAllCookies().Single(cookie => cookie.Name == "lanyard-passkey"));

    private static string Options(Visitor visitor) =>
        visitor.Page.QuerySelector("form[data-passkey]").ShouldNotBeNull().GetAttribute("data-options").ShouldNotBeNull();

    private static async Task ShowAsync(Visitor visitor, string answer)
    {
        visitor.Page.QuerySelector("input[name=Credential]").ShouldNotBeNull().SetAttribute("value", answer);
        await visitor.PressAsync("Use a passkey");
    }
}
