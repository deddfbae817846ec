using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Workflows;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Lanyard.Accounts.Tests;

/// <summary>Those whose roles see cases do nothing before they have shown a second factor.</summary>
public sealed class SecondFactorDoorTests : IAsyncLifetime
{
    private const string Email = "noor@oak.example"; // not of the demonstration, whose people are let through
    private const string Password = "quiet marble tractor";
    private const string Safeguarding = "designated safeguarding lead";

    private RunningServer _server = null!; // set before every test

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(Safeguarding)]
    [InlineData("headteacher")]
    public async Task AHolder_SetsASecondFactorUp_BeforeAnythingElse(string role)
    {
        using var visitor = await JoinAsync(role);
        visitor.Path.ShouldBe("/account/codes");
        visitor.Text.ShouldContain("A password alone is not enough for that");
        foreach (var page in new[] { "/", "/policies", "/evidence", "/account", "/account/tokens", "/notices", "/ask", "/case-roles" })
        {
            await visitor.OpenAsync(page);
            visitor.Path.ShouldBe("/account/codes");
        }

        foreach (var page in new[] { "/about", "/help", "/account/passkeys/add" })
        {
            await visitor.OpenAsync(page);
            visitor.Path.ShouldBe(page);
        }

        await TurnOnAsync(visitor);
        await visitor.OpenAsync("/case-roles");
        visitor.Path.ShouldBe("/case-roles");
    }

    [Fact]
    public async Task AHolder_WithoutASecondFactor_CanSignOut()
    {
        using var visitor = await JoinAsync(Safeguarding);
        visitor.Page.QuerySelector("form[action='/sign-out'] button").ShouldNotBeNull();
        await visitor.OpenAsync("/sign-out");
        await visitor.PressAsync("Sign out");

        visitor.Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task ALink_DoesNotGoPastAPasskey()
    {
        using var visitor = await JoinAsync("teacher");
        await AddPasskeyAsync();
        using var other = _server.NewVisitor();
        await other.OpenAsync(await _server.MakeLinkAsync(Email));
        await other.PressAsync("Save and sign in", ("Password", Password), ("The same password again", Password));

        other.Path.ShouldBe("/sign-in");
        await other.OpenAsync("/account");
        other.Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task APassword_DoesNotGoPastAPasskey()
    {
        using var visitor = await JoinAsync("teacher");
        await AddPasskeyAsync();
        using var other = _server.NewVisitor();
        await other.SignInAsync(Email, Password);

        other.Path.ShouldBe("/sign-in/passkey");
        await other.OpenAsync("/account");
        other.Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task ARoleThatComesLater_AsksForTheSecondFactor_InTheSessionThatIsOpen()
    {
        using var visitor = await JoinAsync("teacher");
        visitor.Path.ShouldBe("/");
        await WriteAsync(person =>
            new PersonChanged(person.Id, [new RoleHeld(Safeguarding, School: null)]) { Content = person.Details });

        await visitor.OpenAsync("/policies");

        visitor.Path.ShouldBe("/account/codes");
    }

    [Fact]
    public async Task ASessionThatHasNotShownTheSecondFactor_IsAskedForIt_AndAPasswordIsNotEnough()
    {
        using var visitor = await JoinAsync("teacher");
        await AddPasskeyAsync();
        await WriteAsync(person =>
            new PersonChanged(person.Id, [new RoleHeld(Safeguarding, School: null)]) { Content = person.Details });

        await visitor.OpenAsync("/policies");

        visitor.Path.ShouldBe("/account/prove");
        visitor.Page.QuerySelector("input[name=Password]").ShouldBeNull();
        visitor.Page.QuerySelector("[data-passkey=get]").ShouldNotBeNull();
    }

    [Fact]
    public async Task TheLastSecondFactor_CannotBeTurnedOff()
    {
        using var visitor = await JoinAsync(Safeguarding);
        var secret = await TurnOnAsync(visitor);
        await visitor.OpenAsync("/account/codes/off");
        await visitor.PressAsync("Turn codes off", ("Code from your authenticator app",
            AuthenticatorApp.Code(secret, steps: 1)));

        visitor.Errors.ShouldHaveSingleItem().ShouldStartWith("Your role needs a second factor");
        await visitor.OpenAsync("/account");
        visitor.Text.ShouldContain("On: you are asked for one after your password");
    }

    private static async Task<string> TurnOnAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/account/codes");
        var secret = visitor.Page.QuerySelector("#secret").ShouldNotBeNull().TextContent;
        await visitor.PressAsync("Turn codes on", ("Code", AuthenticatorApp.Code(secret)));
        visitor.Text.ShouldContain("Codes are on");
        return secret;
    }

    private async Task<Visitor> JoinAsync(string role)
    {
        var link = await _server.DoAsync(async services =>
        {
            var (book, trust) = await TrustAsync(services);
            var person = new PersonId(Guid.CreateVersion7());
            var joined = new PersonJoined(
                person, [new RoleHeld(role, School: null)]) { Content = new("Noor Aziz", Email) };
            await book.WriteAsync(trust, Author.Lanyard, [joined], new Dictionary<string, long>(),
                CancellationToken.None);
            return await services.GetRequiredService<AccountBook>()
                .MakeLinkAsync(trust, person, by: null, CancellationToken.None);
        });
        var visitor = _server.NewVisitor();
        await visitor.OpenAsync($"/link/{link}");
        await visitor.PressAsync("Save and sign in", ("Password", Password), ("The same password again", Password));
        return visitor;
    }

    private Task<IdentityResult> AddPasskeyAsync() => _server.DoAsync(async services =>
    {
        var accounts = services.GetRequiredService<UserManager<Account>>();
        var account = (await accounts.FindByEmailAsync(Email))!; // they have joined
        return await accounts.AddOrUpdatePasskeyAsync(
            account,
            new([1, 2, 3], [4], DateTimeOffset.UnixEpoch, 0, [], isUserVerified: true, isBackupEligible: false,
                isBackedUp: false, [], []) { Name = "Laptop" });
    });

    private Task<bool> WriteAsync(Func<Person, Event> happens) => _server.DoAsync(async services =>
    {
        var (book, trust) = await TrustAsync(services);
        var person = (await book.ListAsync<Person>(trust, CancellationToken.None, PersonRegister.EmailTerm(Email)))[
            0].Value;
        return (await book.WriteAsync(trust, Author.Lanyard, [happens(person)], new Dictionary<string, long>(),
            CancellationToken.None)).IsDone;
    });

    private static async Task<(RecordBook Book, Lanyard.Domain.Organisations.OrganisationId Trust)> TrustAsync(
        IServiceProvider services)
    {
        var book = services.GetRequiredService<RecordBook>();
        return (book, (await book.Store.OrganisationsAsync(CancellationToken.None))
            .Single(id => id != Installation.Partition));
    }
}
