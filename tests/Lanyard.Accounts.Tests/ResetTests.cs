using Lanyard.Records;
using Lanyard.Workflows;
using Lanyard.Workflows.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Lanyard.Accounts.Tests;

/// <summary>Somebody has lost their phone, and whoever looks after people takes their second factor away.</summary>
public sealed class ResetTests : IAsyncLifetime
{
    private const string Ruth = "dsl@demo.example";
    private const string Lead = "lead@demo.example";
    private const string Why = "Phone stolen on Tuesday; I spoke with her in the staff room.";
    private const string Phone = "Their phone with the authenticator app";
    private const string Label = "Why, and how you know that it is they who ask";

    private RunningServer _server = null!; // set before every test

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Reset_OfCodes_EndsSessions_IsRecorded_Told_AndAsksForNewOnes()
    {
        using var ruth = await _server.SignInAsync(Ruth);
        var secret = await TurnOnAsync(ruth);
        using var half = await _server.SignInAsync(Ruth);
        half.Path.ShouldBe("/sign-in/code");
        using var lead = await ResetAsync(Phone);
        lead.Text.ShouldContain("Codes were turned off for Ruth Bell");
        lead.Text.ShouldContain($"Codes turned off: {Why}");

        await ruth.OpenAsync("/account");
        ruth.Path.ShouldBe("/sign-in");
        await half.PressAsync("Go on", ("Enter the code from your authenticator app", AuthenticatorApp.Code(secret, steps: 1)));
        half.Path.ShouldBe("/sign-in");
        await RecordHoldsItAsync(SecondFactor.Codes, secret);

        await ruth.SignInAsync(Ruth);
        ruth.Path.ShouldBe("/account/codes");
        foreach (var page in new[] { "/", "/policies", "/account", "/account/tokens" })
        {
            await ruth.OpenAsync(page);
            ruth.Path.ShouldBe("/account/codes");
        }

        (await TurnOnAsync(ruth)).ShouldNotBe(secret);
        await ruth.OpenAsync("/notices");
        ruth.Path.ShouldBe("/notices");
        ruth.Text.ShouldContain("Your codes were turned off by whoever looks after people in your organisation. If you did not ask for that, tell them at once.");
        await ruth.OpenAsync("/account");
        ruth.Text.ShouldContain("Your codes were turned off by whoever looks after people in your organisation");
    }

    [Fact]
    public async Task Reset_OfPasskeys_RemovesThem_AndLeavesCodesOn()
    {
        using var ruth = await _server.SignInAsync(Ruth);
        await TurnOnAsync(ruth);
        await _server.DoAsync(async services =>
        {
            var accounts = services.GetRequiredService<UserManager<Account>>();
            var account = (await accounts.FindByEmailAsync(Ruth))!; // the demonstration has it
            return await accounts.AddOrUpdatePasskeyAsync(account, new([1, 2, 3], [4], DateTimeOffset.UtcNow, 0, [], isUserVerified: true, isBackupEligible: false, isBackedUp: false, [], []) { Name = "Laptop" });
        });
        using var lead = await ResetAsync("Their passkeys");
        lead.Text.ShouldContain("The passkeys were removed for Ruth Bell");

        using var other = await _server.SignInAsync(Ruth);
        other.Path.ShouldBe("/sign-in/code");
        await RecordHoldsItAsync(SecondFactor.Passkeys, "AQID");
        (await _server.DoAsync(async services => (await services.GetRequiredService<UserManager<Account>>().FindByEmailAsync(Ruth))!.Passkeys.Count)).ShouldBe(0); // the demonstration has it
    }

    [Fact]
    public async Task Reset_WhereRolesNeedNoCodes_LetsThePersonGoOn()
    {
        using var tom = await _server.SignInAsync("teacher@demo.example");
        await TurnOnAsync(tom);
        using var lead = await ResetAsync(Phone, "teacher@demo.example");

        await tom.SignInAsync("teacher@demo.example");

        tom.Path.ShouldBe("/");
    }

    [Fact]
    public async Task Reset_WithoutAReason_OrAFactor_IsRefused()
    {
        using var ruth = await _server.SignInAsync(Ruth);
        await TurnOnAsync(ruth);
        using var lead = await OpenAsync(Ruth);
        await lead.PressAsync("Reset");

        lead.Page.Title.ShouldNotBeNull().ShouldStartWith("Error: ");
        lead.Errors.ShouldBe(["Choose what they have lost", "Enter why, and how you know that it is they who ask"], ignoreOrder: true);
        await ruth.OpenAsync("/account");
        ruth.Path.ShouldBe("/account");
    }

    [Fact]
    public async Task Reset_OfOneself_IsRefused()
    {
        using var ruth = await _server.SignInAsync(Ruth);
        await TurnOnAsync(ruth);
        using var lead = await _server.SignInAsync(Lead);
        await TurnOnAsync(lead);
        var own = $"/people/{await _server.PersonAsync(Lead)}/second-factor";
        await lead.OpenAsync($"/people/{await _server.PersonAsync(Ruth)}/second-factor");
        lead.Page.QuerySelector("form[action$='second-factor']")!.SetAttribute("action", own); // as somebody hostile would

        await lead.PressAsync("Reset", (Phone, ""), (Label, Why));

        lead.Errors.ShouldContain("Nobody resets their own second factor. Ask somebody else who looks after people in your organisation.");
        await lead.OpenAsync(own);
        lead.Page.QuerySelector("main form").ShouldBeNull();
        await lead.OpenAsync("/account");
        lead.Text.ShouldContain("On: you are asked for one after your password");
    }

    private static async Task<string> TurnOnAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/account/codes");
        var secret = visitor.Page.QuerySelector("#secret").ShouldNotBeNull().TextContent;
        await visitor.PressAsync("Turn codes on", ("Code", AuthenticatorApp.Code(secret)));
        visitor.Text.ShouldContain("Codes are on");
        return secret;
    }

    private async Task<Visitor> OpenAsync(string email)
    {
        var lead = await _server.SignInAsync(Lead);
        await lead.OpenAsync($"/people/{await _server.PersonAsync(email)}");
        await lead.FollowAsync("They lost their phone or passkey");
        return lead;
    }

    private async Task<Visitor> ResetAsync(string what, string email = Ruth)
    {
        var lead = await OpenAsync(email);
        await lead.PressAsync("Reset", (what, ""), (Label, Why));
        return lead;
    }

    // Who did what to whom, the reason under the person's own key, and nothing that lets anybody in.
    private async Task RecordHoldsItAsync(SecondFactor factor, string secret)
    {
        var (ruth, lead) = (await _server.PersonAsync(Ruth), await _server.PersonAsync(Lead));
        var (happenings, bodies) = await _server.DoAsync(async services =>
        {
            var book = services.GetRequiredService<RecordBook>();
            var trust = (await book.Store.OrganisationsAsync(CancellationToken.None)).Single(id => id != Installation.Partition);
            List<Happening> all = await book.HistoryAsync(trust, $"access/{ruth}", CancellationToken.None).ToListAsync();
            List<string> written = await book.Store.Read(trust).EntriesAsync(1, CancellationToken.None).Select(entry => entry.Body).ToListAsync();
            return (all, written);
        });
        var reset = happenings.Single(happening => happening.Event is SecondFactorReset);
        reset.By.ShouldBe(lead);
        var what = (SecondFactorReset)reset.Event;
        (what.Person, what.Factor, what.Content?.Why).ShouldBe((ruth, factor, Why));
        bodies.ShouldAllBe(body => !body.Contains("Phone stolen") && !body.Contains(secret.Replace(" ", "")));
    }
}
