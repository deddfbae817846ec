using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Lanyard.Accounts.Tests;

/// <summary>The people who run the server let in an administrator who lost their device.</summary>
public sealed class RescueTests : IAsyncLifetime
{
    private const string Lead = "lead@demo.example";
    private const string NewPassword = "quiet marble tractor";

    private RunningServer _server = null!; // set before every test

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task LostDevice_IsTaken_AndNoCodeIsAskedForAnyMore()
    {
        await TurnCodesOnAsync();
        var (organisation, person) = await FoundAsync();
        var secret = await _server.DoAsync(async services =>
        {
            var links = services.GetRequiredService<RescueLinks>();
            (await links.ResetSecondFactorAsync(organisation, person, CancellationToken.None)).ShouldBeTrue();
            (await links.ResetSecondFactorAsync(organisation, person, CancellationToken.None)).ShouldBeFalse(); // nothing is left to take
            return await links.MakeAsync(organisation, person, CancellationToken.None);
        });
        using var visitor = _server.NewVisitor();
        await visitor.OpenAsync($"/link/{secret}");
        await visitor.PressAsync("Save and sign in", ("Password", NewPassword), ("The same password again", NewPassword));

        visitor.Path.ShouldNotBe("/sign-in/code");
        await visitor.OpenAsync("/account");
        visitor.Text.ShouldContain("A sign-in link was made for you on the server");
        await visitor.OpenAsync("/notices");
        visitor.Text.ShouldContain("The people who run the server made a sign-in link for you.");
        (await _server.AccountAsync(Lead)).HasSecondFactor.ShouldBeFalse();
    }

    private Task<(OrganisationId Organisation, PersonId Person)> FoundAsync() => _server.DoAsync(async services =>
    {
        var found = await services.GetRequiredService<PeopleByAddress>().FindAsync(Lead, CancellationToken.None);
        return (found.ShouldHaveSingleItem().Organisation, found[0].Person.Id);
    });

    private async Task TurnCodesOnAsync()
    {
        using var visitor = await _server.SignInAsync(Lead);
        await visitor.OpenAsync("/account/codes");
        var secret = visitor.Page.QuerySelector("#secret").ShouldNotBeNull().TextContent;
        await visitor.PressAsync("Turn codes on", ("Code", AuthenticatorApp.Code(secret)));
    }
}
