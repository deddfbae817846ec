using System.Text.RegularExpressions;
using Lanyard.Accounts.Tokens;
using Lanyard.Domain.Calendar;
using Lanyard.Records.Storage;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Access;
using Lanyard.Workflows.People;
using Shouldly;

namespace Lanyard.Web.Tests.Api;

/// <summary>People make, use and revoke tokens.</summary>
public sealed partial class TokenTests : IAsyncLifetime
{
    private readonly RunningServer _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _server.InitializeAsync();

    [Fact]
    public async Task Token_WhenMade_IsShownOnce_Works_AndStopsWhenRevoked()
    {
        var teacher = await _server.SignInAsync("teacher@demo.example");
        await teacher.OpenAsync("/account");
        await teacher.FollowAsync("Make and revoke tokens");
        teacher.Text.ShouldContain("You have no tokens");
        teacher.Text.ShouldNotContain("people:write");
        teacher.Fill("Name", "Door display");
        teacher.Tick("policies:read");
        teacher.Tick("30 days");
        await teacher.PressAsync("Make token");
        var secret = Secret().Match(teacher.Text).Value;
        secret.ShouldNotBeEmpty();
        using var client = new ApiClient(_server.Address, secret);
        var me = await client.GetAsync("/me");
        me.Status.ShouldBe(200, me.Text);
        me.Field("name").ShouldBe("Tom Okafor");

        await teacher.OpenAsync("/account/tokens");
        teacher.Text.ShouldNotContain("lanyard_");
        teacher.Text.ShouldContain(UkTime.DayOf(TimeProvider.System.GetUtcNow()).InWords());
        (await client.GetAsync("/policies")).Status.ShouldBe(200);
        await teacher.PressAsync("Revoke the token Door display");
        teacher.Text.ShouldContain("The token is revoked");
        var dead = await client.GetAsync("/me");
        dead.Status.ShouldBe(401);
        dead.Header("WWW-Authenticate").ShouldBe("Bearer realm=\"Lanyard\", error=\"invalid_token\"");

        await teacher.OpenAsync("/account");
        teacher.Text.ShouldContain("A token for the programming interface was made");
        teacher.Text.ShouldContain("A token for the programming interface was revoked");
    }

    [Fact]
    public async Task Token_WhenNothingIsFilledIn_OrTheRoleDoesNotAllowTheScope_IsRefused()
    {
        var teacher = await _server.SignInAsync("teacher@demo.example");
        await teacher.OpenAsync("/account/tokens");
        await teacher.PressAsync("Make token");
        teacher.Problems.Count.ShouldBe(3);

        teacher.Fill("Name", "Greedy");
        teacher.Tick("policies:read");
        teacher.Forge("Scopes", "people:write");
        teacher.Tick("30 days");
        await teacher.PressAsync("Make token");
        teacher.Problems.ShouldBe(["Choose from the list: your roles allow nothing else"]);
        teacher.Text.ShouldContain("You have no tokens");
    }

    [Fact]
    public async Task Token_IsKept_OnlyAsItsHash()
    {
        var secret = await ApiClient.TokenAsync(_server, "lead@demo.example");

        var row = (await _server.Book.Store.Read(Installation.Partition).ListAsync(new RowQuery("token"), Cancel)).ShouldHaveSingleItem();

        $"{row.Key} {row.Body}".ShouldNotContain(secret[TokenStore.Prefix.Length..]);
    }

    [Fact]
    public async Task Token_OfSomebodyWhoLeft_OrThatExpired_IsDead()
    {
        using var client = await ApiClient.OfAsync(_server, "teacher@demo.example");
        (await client.GetAsync("/me")).Status.ShouldBe(200);
        var at = await ApiClient.OrganisationAsync(_server);
        var teacher = (await _server.Book.ListAsync<Person>(at, Cancel, PersonRegister.EmailTerm("teacher@demo.example")))[0].Value;
        await _server.Book.WriteAsync(at, new(Person: null), [new PersonLeft(teacher.Id, UkTime.DayOf(TimeProvider.System.GetUtcNow()))], new Dictionary<string, long>(), Cancel);
        (await client.GetAsync("/me")).Status.ShouldBe(401);

        var lead = (await _server.Book.ListAsync<Person>(at, Cancel, PersonRegister.EmailTerm("lead@demo.example")))[0].Value;
        var past = TimeProvider.System.GetUtcNow().AddDays(-2);
        using var late = new ApiClient(_server.Address, await _server.Get<TokenStore>().MakeAsync(new(Guid.CreateVersion7(), lead.Id, at, "Old", ["ask"], past, past.AddDays(1), LastUsed: null), Cancel));
        (await late.GetAsync("/me")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Cookie_Alone_IsRefused()
    {
        var lead = await _server.SignInAsync("lead@demo.example");

        await lead.OpenAsync("/api/v1/me");

        lead.Status.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Changes_OfTokens_AreRecorded()
    {
        var teacher = await _server.SignInAsync("teacher@demo.example");
        await teacher.OpenAsync("/account/tokens");
        teacher.Fill("Name", "Recorded");
        teacher.Tick("ask");
        teacher.Tick("90 days");
        await teacher.PressAsync("Make token");

        var at = await ApiClient.OrganisationAsync(_server);
        (await _server.Book.AllAsync(at, Cancel).Select(each => each.Event).OfType<AccessChanged>()
            .Where(changed => changed.Change != AccessChange.PasswordSet) // with which the demonstration begins
            .ToListAsync(Cancel)).ShouldHaveSingleItem().Change.ShouldBe(AccessChange.TokenMade);
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [GeneratedRegex("lanyard_[A-Za-z0-9_-]{40,}", RegexOptions.None, 1000)]
    private static partial Regex Secret();
}
