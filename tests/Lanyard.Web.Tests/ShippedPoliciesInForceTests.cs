using System.Net;
using Lanyard.Domain.Calendar;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Web.Demonstration;
using Lanyard.Web.Infrastructure;
using Shouldly;

namespace Lanyard.Web.Tests;

/// <summary>Each policy that ships, put in force in the demonstration as people do it: what it says of versions, acceptance and advice then works.</summary>
public sealed class ShippedPoliciesInForceTests : IAsyncLifetime
{
    private readonly RunningServer _server = new();

    public static TheoryData<string> Names => [.. ShippedPolicies.Names];

    public async ValueTask InitializeAsync() => await _server.InitializeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EachPolicy_GoesIntoForce_IsRead_Accepted_AskedAndEvidenced(string name)
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        var address = await PolicySteps.FromLibraryAsync(lead, name);
        var compiled = PolicyShelf.Compile(ShippedPolicies.DraftFor(name, "Lantern Schools Trust", UkTime.DayOf(DateTimeOffset.UtcNow))!); // it ships
        var title = compiled.Policy!.Document.FrontMatter.Policy;

        var anybody = _server.Anybody();
        await lead.OpenAsync(address);
        await anybody.OpenAsync(lead.Page.QuerySelector("main a[href*='/public/']")!.GetAttribute("href")!); // the page links to the public one
        anybody.Status.ShouldBe(HttpStatusCode.OK);
        anybody.Text.ShouldContain(compiled.Hash);

        if (compiled.Policy.Statements.OfType<Programme>().FirstOrDefault(programme => programme.Kind == ProgrammeKind.Acceptance) is { } asked)
        {
            var person = await _server.SignInAsync(DemonstrationTrust.SignIns.First(each => (Roles.Values([each.Role]) & asked.Who) != 0).Email);
            await person.OpenAsync($"{address}/accept");
            await person.PressAsync("I have read it and accept it");
            person.Text.ShouldContain($"You have accepted: {title}");
            await lead.OpenAsync($"{address}/acceptances");
            lead.Text.ShouldNotContain("0 have accepted");
        }

        await lead.OpenAsync("/evidence");
        lead.Text.ShouldContain(title);
        foreach (var clause in compiled.Policy.Statements.Select(statement => statement.Clause).Distinct())
        {
            lead.Text.ShouldContain(clause);
        }

        lead.Text.ShouldContain("Full governors, item 4");
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();
}
