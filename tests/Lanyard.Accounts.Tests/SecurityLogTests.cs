using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;

namespace Lanyard.Accounts.Tests;

/// <summary>Those who guard the server see who tries what, by ids alone.</summary>
public sealed class SecurityLogTests : IAsyncLifetime
{
    private const string Teacher = "teacher@demo.example";
    private const string Lead = "lead@demo.example";
    private const string NewPassword = "quiet marble tractor";

    private readonly Lines _lines = new();
    private RunningServer _server = null!; // set before every test

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.StartAsync();
        await _server.DoAsync(services =>
        {
            services.GetRequiredService<ILoggerFactory>().AddProvider(_lines);
            return Task.FromResult(true);
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _lines.Dispose();
    }

    [Fact]
    public async Task EveryKindOfTry_HasItsLine_AndNoneHoldsANameOrAnAddress()
    {
        var tom = await _server.PersonAsync(Teacher);
        using var visitor = _server.NewVisitor();
        await visitor.SignInAsync("nobody@oak.example", "a wrong one altogether");
        Expect("wrong-password account=- network=127.0.0.0/24");
        await visitor.SignInAsync(Teacher, "a wrong one altogether");
        Expect($"wrong-password account={tom} network=127.0.0.0/24");
        await visitor.SignInAsync(Teacher);
        Expect($"signed-in account={tom} second-factor=False network=127.0.0.0/24");
        await visitor.OpenAsync("/people");
        Expect($"refused account={tom} route=people status=302 network=127.0.0.0/24");

        await visitor.OpenAsync("/account/codes");
        await visitor.PressAsync("Turn codes on", ("Code", "000000"));
        Expect($"wrong-code account={tom} network=127.0.0.0/24");
        var secret = visitor.Page.QuerySelector("#secret").ShouldNotBeNull().TextContent;
        await visitor.PressAsync("Turn codes on", ("Code", AuthenticatorApp.Code(secret)));
        Expect($"access-changed change=CodesOn account={tom} by={tom} network=127.0.0.0/24");
        await visitor.OpenAsync("/sign-out");
        await visitor.PressAsync("Sign out");
        Expect($"signed-out account={tom} network=127.0.0.0/24");

        await LinkAsync(tom.ToString());
        await visitor.OpenAsync("/sign-in/passkey");
        await visitor.PressAsync("Use a passkey");
        Expect("wrong-passkey network=127.0.0.0/24");
        await CallAsync();
        Expect("wrong-token network=127.0.0.0/24");
        for (var tries = 0; tries < 6; tries++)
        {
            await visitor.SignInAsync("parent@demo.example", "a wrong one altogether");
        }

        _lines.All.ShouldContain(line => line.StartsWith("locked account=", StringComparison.Ordinal));
        _lines.All.ShouldAllBe(line => !line.Contains('@') && !line.Contains("Okafor") && !line.Contains("altogether")
            && !line.Contains("127.0.0.1"));
    }

    [Fact]
    public async Task RolesThatSeeCases_AreNoted()
    {
        using var lead = await _server.SignInAsync(Lead);
        await lead.OpenAsync("/case-roles/give");
        await lead.PressAsync("Give the role", ("Email address of the person", Teacher),
            ("Designated safeguarding lead", ""));

        lead.Text.ShouldContain("The role is asked for.");
        _lines.All.ShouldContain(line => line.StartsWith("case-role-asked grant=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("192.0.2.77", "192.0.2.0/24")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48")]
    public void ANetwork_IsNoAddress(string address, string network) =>
        SecurityLog.NetworkOf(IPAddress.Parse(address)).ShouldBe(network);

    // A link that the lead makes is used once, and then tried again.
    private async Task LinkAsync(string tom)
    {
        using var lead = await _server.SignInAsync(Lead);
        await lead.OpenAsync($"/people/{tom}");
        await lead.PressAsync("Make a sign-in link");
        var by = await _server.PersonAsync(Lead);
        Expect($"access-changed change=LinkMade account={tom} by={by} network=127.0.0.0/24");
        var link = new Uri(lead.Page.QuerySelector(".app-code").ShouldNotBeNull().TextContent.Trim()).AbsolutePath;
        using var other = _server.NewVisitor();
        await other.OpenAsync(link);
        await other.PressAsync("Save and sign in", ("Password", NewPassword), ("The same password again", NewPassword));
        Expect($"access-changed change=PasswordSetByLink account={tom} by={tom} network=127.0.0.0/24");
        await other.OpenAsync(link);
        Expect("wrong-link network=127.0.0.0/24");
    }

    private async Task CallAsync()
    {
        using var client = new HttpClient { BaseAddress = _server.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", "lanyard_wrong");
        using var response = await client.GetAsync(new Uri("/api/v1/me", UriKind.Relative),
            TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private void Expect(string line) => _lines.All.ShouldContain(line);

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _all = new();

        public IReadOnlyCollection<string> All => _all;

        public ILogger CreateLogger(string categoryName) =>
            categoryName == SecurityLog.Category ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState,
            Exception?, string> formatter) =>
            _all.Enqueue(formatter(state, exception));

        public void Dispose()
        {
            // It holds nothing.
        }
    }
}
