using Lanyard.Accounts.Tokens;
using Lanyard.Domain.People;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Lanyard.Accounts.Tests;

/// <summary>A person who comes back after leaving, and a person who gets the address of somebody before them, begins with nothing of before.</summary>
public sealed class EndedCredentialsTests : IAsyncLifetime
{
    private const string Lead = "lead@demo.example";
    private const string NewPassword = "quiet marble tractor";

    private RunningServer _server = null!; // set before every test

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task EndCredentials_EndsEveryWayIn()
    {
        using var visitor = await _server.SignInAsync(Lead);
        await visitor.OpenAsync("/account/codes");
        var secret = visitor.Page.QuerySelector("#secret").ShouldNotBeNull().TextContent;
        await visitor.PressAsync("Turn codes on", ("Code", AuthenticatorApp.Code(secret)));
        using var half = await _server.SignInAsync(Lead);
        var link = await _server.MakeLinkAsync(Lead);
        var account = await _server.AccountAsync(Lead);
        var token = await _server.DoAsync(services => services.GetRequiredService<TokenStore>().MakeAsync(
            new(Guid.CreateVersion7(), account.Person, account.Organisation, "old", ["policies:read"], DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(30), LastUsed: null), CancellationToken.None));

        await EndAsync(account);

        await visitor.OpenAsync("/account");
        visitor.Path.ShouldBe("/sign-in");
        await half.PressAsync("Go on", ("Enter the code from your authenticator app", AuthenticatorApp.Code(secret, steps: 1)));
        half.Path.ShouldBe("/sign-in");
        await visitor.SignInAsync(Lead);
        visitor.Errors.ShouldBe(["The email address or the password is wrong"]);
        await visitor.OpenAsync(link);
        visitor.Text.ShouldContain("This link does not work any more");
        (await _server.DoAsync(services => services.GetRequiredService<TokenStore>().UseAsync(token, CancellationToken.None))).ShouldBeNull();
    }

    [Fact]
    public async Task NewLink_AfterwardsBeginsAnew()
    {
        var account = await _server.AccountAsync(Lead);
        await EndAsync(account);
        var secret = await _server.DoAsync(services => services.GetRequiredService<AccountBook>().MakeLinkAsync(account.Organisation, account.Person, by: null, CancellationToken.None));
        using var visitor = _server.NewVisitor();
        await visitor.OpenAsync($"/link/{secret}");
        await visitor.PressAsync("Save and sign in", ("Password", NewPassword), ("The same password again", NewPassword));

        visitor.Path.ShouldBe("/");
        await visitor.OpenAsync("/account");
        visitor.Text.ShouldContain("Every way of signing in that you had before was ended");
    }

    [Fact]
    public async Task TwoWhoOpenALinkAtOnce_WithoutAnAccount_GetOneSession_AndNoFault()
    {
        var account = await _server.AccountAsync(Lead);
        for (var round = 0; round < 3; round++)
        {
            await EndAsync(account);
            var link = await _server.DoAsync(services => services.GetRequiredService<AccountBook>().MakeLinkAsync(account.Organisation, account.Person, by: null, CancellationToken.None));
            var visitors = Enumerable.Range(0, 6).Select(_ => _server.NewVisitor()).ToList();
            await Task.WhenAll(visitors.Select(visitor => visitor.OpenAsync($"/link/{link}")));
            await Task.WhenAll(visitors.Select(visitor => visitor.PressAsync("Save and sign in", ("Password", NewPassword), ("The same password again", NewPassword))));

            visitors.Count(visitor => visitor.Path == "/").ShouldBe(1);
            visitors.ShouldAllBe(visitor => visitor.Path == "/" || visitor.Text.Contains("This link does not work any more", StringComparison.Ordinal));
            visitors.ForEach(visitor => visitor.Dispose());
        }
    }

    private Task<bool> EndAsync(Account account) => _server.DoAsync(async services =>
    {
        await services.GetRequiredService<AccountBook>().EndCredentialsAsync(account.Organisation, account.Person, new PersonId(Guid.CreateVersion7()), CancellationToken.None);
        return true;
    });
}
