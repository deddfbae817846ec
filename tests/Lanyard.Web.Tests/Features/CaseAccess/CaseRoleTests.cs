using System.Net;
using System.Text;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Tests.Api;
using Lanyard.Workflows;
using Lanyard.Workflows.People;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Lanyard.Web.Tests.Features.CaseAccess;

/// <summary>Roles that see cases, given by two people or by a holder, on every way by which roles come.</summary>
public sealed class CaseRoleTests : IAsyncLifetime
{
    private const string Lead = "lead@demo.example";
    private const string Head = "head@demo.example";
    private const string Ruth = "dsl@demo.example";
    private const string Tom = "teacher@demo.example";
    private const string Safeguarding = "designated safeguarding lead";

    private const string File =
        "id,name,email,roles\n"
        + "1,Priya Anand,lead@demo.example,computing lead @ whole organisation; "
        + "designated safeguarding lead @ whole organisation\n"
        + "2,Kit Moss,kit@demo.example,headteacher @ whole organisation\n";

    private readonly RunningServer _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task AManager_AsksForTheRole_AndASecondPersonConfirms()
    {
        var lead = await _server.SignInAsync(Lead);
        await AskAsync(lead);
        lead.Text.ShouldContain("A role that sees cases was asked for: a second person must confirm it. Until "
            + "then it is not held.");
        (await PersonAsync(Tom)).Holds(Safeguarding).ShouldBeFalse();
        await lead.OpenAsync("/case-roles");
        await lead.FollowAsync("Designated safeguarding lead, whole organisation: Tom Okafor");
        lead.Text.ShouldContain("A second person must decide.");
        lead.HasButton("Confirm").ShouldBeFalse();

        var head = await _server.SignInAsync(Head);
        head.Text.ShouldContain("Confirm or refuse: a role that sees cases");
        await head.FollowAsync("Confirm or refuse: a role that sees cases");
        head.Text.ShouldContain("Asked by Priya Anand");
        await head.PressAsync("Confirm");

        head.Text.ShouldContain("The role is confirmed.");
        head.Text.ShouldContain("Tom Okafor Designated safeguarding lead, whole organisation Holds it");
        (await PersonAsync(Tom)).Holds(Safeguarding).ShouldBeTrue();
    }

    [Fact]
    public async Task ThePerson_TheHolders_AndThoseWhoLookAfterPeople_AreTold_WithoutAName()
    {
        var lead = await _server.SignInAsync(Lead);
        await AskAsync(lead);

        var tom = await NoticesAsync(Tom);
        tom.Text.ShouldContain("Somebody asked that you get a role that sees cases.");
        foreach (var guard in new[] { Head, Ruth })
        {
            var notices = await NoticesAsync(guard);
            notices.Text.ShouldContain("Somebody asked for a role that sees cases. A second person must confirm "
                + "or refuse it by");
            notices.Text.ShouldNotContain("Okafor");
        }
    }

    [Fact]
    public async Task TheSecondPerson_Refuses()
    {
        await AskAsync(await _server.SignInAsync(Lead));
        var ruth = await _server.SignInAsync(Ruth);
        await ruth.FollowAsync("Confirm or refuse: a role that sees cases");
        await ruth.PressAsync("Refuse");

        ruth.Text.ShouldContain("The role is refused.");
        ruth.Text.ShouldNotContain("Okafor");
        (await PersonAsync(Tom)).Holds(Safeguarding).ShouldBeFalse();
        (await NoticesAsync(Tom)).Text.ShouldContain("A role that sees cases was refused to you.");
    }

    [Fact]
    public async Task TheOneWhoAsked_CannotConfirm_WhateverTheySend()
    {
        var lead = await _server.SignInAsync(Lead);
        await AskAsync(lead);
        await lead.OpenAsync("/case-roles");
        // What was asked for is listed
        var address = lead.Page.QuerySelector("main li a[href^='/case-roles/']")!.GetAttribute("href");
        await lead.OpenAsync("/account");
        var form = lead.Page.QuerySelector("form[action^='/account?handler=End']")!; // this browser is listed
        form.SetAttribute("action", $"{address}?handler=Confirm");
        await lead.PressAsync(form.QuerySelector("button")!.TextContent.Trim()); // it has one

        lead.Problems.ShouldBe(["A second person must decide, because you asked for it."]);
        (await PersonAsync(Tom)).Holds(Safeguarding).ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_GivesThemselvesTheRole()
    {
        var lead = await _server.SignInAsync(Lead);
        await AskAsync(lead, Lead);

        lead.Problems.ShouldHaveSingleItem().ShouldStartWith("Nobody gives themselves a role that sees cases.");
        (await PersonAsync(Lead)).Holds(Safeguarding).ShouldBeFalse();
    }

    [Fact]
    public async Task AHolder_GivesTheirRole_AtOnce()
    {
        var ruth = await _server.SignInAsync(Ruth);
        await GiveAsync(ruth, Tom, Safeguarding);
        ruth.Text.ShouldContain("The role is given.");
        (await PersonAsync(Tom)).Holds(Safeguarding).ShouldBeTrue();

        await GiveAsync(ruth, "governor@demo.example", "headteacher");
        ruth.Problems.ShouldHaveSingleItem().ShouldStartWith("You cannot give this role.");
    }

    [Fact]
    public async Task TheInterface_AndAFile_GiveNoSuchRole()
    {
        using var client = await ApiClient.OfAsync(_server, Lead);
        var reply = await client.PostAsync("/people", """{"name":"Mallory Reed","email":"mallory@demo.example","roles":[{"role":"designated safeguarding lead"}]}""");
        reply.Status.ShouldBe(201);
        (await PersonAsync("mallory@demo.example")).Roles.Select(held => held.Role).ShouldBe(["staff"]);

        var lead = await _server.SignInAsync(Lead);
        await lead.OpenAsync("/people/import");
        lead.Choose("Your file", "people.csv", Encoding.UTF8.GetBytes(File));
        await lead.PressAsync("Show what it would change");
        await lead.PressAsync("Import");
        (await PersonAsync(Lead)).Roles.Select(held => held.Role).ShouldBe(["computing lead"]);
        (await PersonAsync("kit@demo.example")).Roles.Select(held => held.Role).ShouldBe(["staff"]);
    }

    [Fact]
    public async Task ALink_MadeAndUsed_IsToldToItsOwner_AndToThoseWhoGuardTheCases()
    {
        var lead = await _server.SignInAsync(Lead);
        await lead.OpenAsync($"/people/{(await PersonAsync(Ruth)).Id}");
        await lead.PressAsync("Make a sign-in link");
        // The page shows it once
        var link = new Uri(lead.Page.QuerySelector(".app-code")!.TextContent.Trim()).AbsolutePath;
        var other = _server.Anybody();
        await other.OpenAsync(link);
        other.Fill("Password", "quiet marble tractor");
        other.Fill("The same password again", "quiet marble tractor");
        await other.PressAsync("Save and sign in");

        await other.OpenAsync("/notices");
        other.Text.ShouldContain("A sign-in link was made for you. If you did not do or ask for that, tell those "
            + "who look after people in your organisation at once.");
        other.Text.ShouldContain("A sign-in link of yours was used, and a password was set.");
        var head = await NoticesAsync(Head);
        head.Text.ShouldContain("A sign-in link was made for somebody who sees cases.");
        head.Text.ShouldContain("A sign-in link of somebody who sees cases was used.");
        await lead.OpenAsync("/notices");
        lead.Text.ShouldNotContain("A sign-in link was made for somebody");
    }

    [Fact]
    public async Task AnAddress_OfSomebodyWhoSeesCases_IsNotChangedUnseen()
    {
        var lead = await _server.SignInAsync(Lead);
        await lead.OpenAsync($"/people/{(await PersonAsync(Ruth)).Id}/change");
        lead.Fill("Email address (optional)", "ruth@demo.example");
        await lead.PressAsync("Save");

        (await NoticesAsync(Head))
            .Text.ShouldContain("The address that somebody who sees cases signs in with was changed.");
    }

    // Each alone leaves the owner's second factor or mailbox between; two of them together would open the account.
    [Fact]
    public async Task NoOnePerson_TakesOverTheAccountOfSomebodyWhoSeesCases()
    {
        var lead = await _server.SignInAsync(Lead);
        var home = $"/people/{(await PersonAsync(Ruth)).Id}";
        await lead.OpenAsync($"{home}/change");
        lead.Fill("Email address (optional)", "ruth@demo.example");
        await lead.PressAsync("Save");
        await lead.PressAsync("Make a sign-in link");
        lead.Problems.ShouldHaveSingleItem().ShouldStartWith("They see cases, and you have made a link for them");

        var head = await _server.SignInAsync(Head);
        await head.OpenAsync(home);
        await head.PressAsync("Make a sign-in link");
        head.Text.ShouldContain("Sign-in link for Ruth Bell");
        await head.OpenAsync($"{home}/change");
        head.Fill("Email address (optional)", "bell@demo.example");
        await head.PressAsync("Save");
        head.Problems.ShouldHaveSingleItem().ShouldStartWith("They see cases");
        (await PersonAsync("ruth@demo.example")).Details!.Name.ShouldBe("Ruth Bell"); // it has a name

        await lead.OpenAsync($"/people/{(await PersonAsync(Tom)).Id}/change");
        lead.Fill("Email address (optional)", "tom@demo.example");
        await lead.PressAsync("Save");
        await lead.PressAsync("Make a sign-in link");
        lead.Text.ShouldContain("Sign-in link for Tom Okafor");
    }

    [Fact]
    public async Task ADeputy_OpensTheCases_ForATime_WithAReason_AndTheHoldersAreTold()
    {
        var tom = await _server.SignInAsync(Tom);
        await tom.OpenAsync("/case-roles/emergency");
        tom.Status.ShouldBe(HttpStatusCode.NotFound);
        await WriteAsync(person =>
            new PersonChanged(person.Id, [new(Safeguarding, School: null, IsDeputy: true)]) { Content =
                person.Details });
        (await SeesCasesAsync(Tom)).ShouldBeFalse();

        await tom.OpenAsync("/case-roles/emergency");
        await tom.PressAsync("Open the cases");
        tom.Problems.ShouldBe(["Choose for how long", "Enter why it cannot wait"], ignoreOrder: true);
        tom.Fill("Why can it not wait?", "The lead cannot be reached.");
        tom.TickOnly("Hours", "4");
        await tom.PressAsync("Open the cases");

        tom.Text.ShouldContain("The cases are open to you until");
        (await SeesCasesAsync(Tom)).ShouldBeTrue();
        (await NoticesAsync(Ruth)).Text.ShouldContain("A deputy opened the cases until");
        var head = await NoticesAsync(Head);
        await head.OpenAsync("/case-roles");
        head.Text.ShouldContain("The lead cannot be reached.");
        await WriteAsync(person =>
            new PersonChanged(person.Id, [new("teacher", School: null)]) { Content = person.Details });
        (await SeesCasesAsync(Tom)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Permission.ReportConcern, false)]
    [InlineData(Permission.BeHere, true)]
    [InlineData(Permission.SeeCases, true)]
    public void ReportingAConcern_IsNeverHeldUpByASecondFactor(Permission permission, bool isGuarded) =>
        SecondFactorFirst.IsGuarded([new NeedsAttribute(permission)]).ShouldBe(isGuarded);

    private async Task AskAsync(Visitor lead, string email = Tom)
    {
        await lead.OpenAsync($"/people/{(await PersonAsync(email)).Id}/change");
        lead.Select("Role 2", "Designated safeguarding lead");
        lead.Select("Where, for role 2", "The whole organisation");
        await lead.PressAsync("Save");
    }

    private static async Task GiveAsync(Visitor giver, string email, string role)
    {
        await giver.OpenAsync("/case-roles/give");
        giver.Fill("Email address of the person", email);
        giver.TickOnly("Role", role);
        await giver.PressAsync("Give the role");
    }

    private async Task<Visitor> NoticesAsync(string email)
    {
        var visitor = await _server.SignInAsync(email);
        await visitor.OpenAsync("/notices");
        return visitor;
    }

    private async Task<Person> PersonAsync(string email)
    {
        var trust = await ApiClient.OrganisationAsync(_server);
        return (await _server.Book.ListAsync<Person>(trust, Cancel, PersonRegister.EmailTerm(email)))[0].Value;
    }

    private async Task WriteAsync(Func<Person, Event> happens)
    {
        var trust = await ApiClient.OrganisationAsync(_server);
        await _server.Book.WriteAsync(trust, Author.Lanyard, [happens(await PersonAsync(Tom))], new Dictionary<string,
            long>(), Cancel);
    }

    // As the door of a page about cases would ask.
    private async Task<bool> SeesCasesAsync(string email)
    {
        var person = await PersonAsync(email);
        await using var scope = _server.Get<IServiceScopeFactory>().CreateAsyncScope();
        var sight = await scope.ServiceProvider.GetRequiredService<Web.Features.CaseAccess.CaseRoleDesk>()
            .SightAsync(await ApiClient.OrganisationAsync(_server), person.Id, Cancel);
        return sight.SeesSomewhere(person);
    }
}
