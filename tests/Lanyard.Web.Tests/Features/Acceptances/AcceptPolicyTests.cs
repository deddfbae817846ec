using Shouldly;

namespace Lanyard.Web.Tests.Features.Acceptances;

public sealed class AcceptPolicyTests : IAsyncLifetime
{
    private const string Text = "---\npolicy: Messages\norganisation: Lantern\nversion: 1\n---\n\n## 1 Conduct\n\n```policy\nStaff must accept this policy.\nStaff must not message a parent.\nParents must not message a student.\n```\n";

    private readonly RunningServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task TwoPolicies_OfTheSameText_AreAcceptedEachForItself()
    {
        const string Same = "---\npolicy: Walks\norganisation: Lantern\nversion: 1\n---\n\n## 1 Conduct\n\n```policy\nStaff must accept this policy.\n```\n";
        var lead = await _server.SignInAsync("lead@demo.example");
        var addresses = new[] { await PolicySteps.FromTextAsync(lead, "The whole organisation", Same), await PolicySteps.FromTextAsync(lead, "The whole organisation", Same) };
        foreach (var address in addresses)
        {
            await PolicySteps.PutInForceAsync(lead, address);
        }

        await lead.OpenAsync($"{addresses[0]}/accept");
        await lead.PressAsync("I have read it and accept it");
        await lead.OpenAsync($"{addresses[1]}/accept");
        lead.HasButton("I have read it and accept it").ShouldBeTrue();
    }

    [Fact]
    public async Task NewVersion_ShowsWhatIsNewForThePerson_StatementByStatement()
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        var address = await PolicySteps.FromTextAsync(lead, "The whole organisation", Text);
        await PolicySteps.PutInForceAsync(lead, address);
        await lead.OpenAsync($"{address}/accept");
        lead.Text.ShouldNotContain("What is new for you");
        await lead.PressAsync("I have read it and accept it");

        await lead.OpenAsync($"{address}/edit");
        lead.Fill("The text of the draft", Text.Replace("Staff must not message a parent.", "Staff should not message a parent.").Replace("Parents must not message", "Parents should not message"));
        await lead.PressAsync("Check without saving");
        lead.Text.ShouldContain("Was: Parents must not message a student. Now: Parents should not message a student.");
        lead.Page.QuerySelectorAll(".app-change del").Select(words => words.TextContent)
            .ShouldAllBe(words => words == "must");
        lead.Page.QuerySelectorAll(".app-change ins").Select(words => words.TextContent)
            .ShouldAllBe(words => words == "should");
        lead.Page.QuerySelectorAll(".app-change ins").Length.ShouldBe(2);
        await lead.PressAsync("Save the draft");
        await PolicySteps.PutInForceAsync(lead, address);

        await lead.OpenAsync($"{address}/accept");
        lead.Text.ShouldContain("What is new for you Clause 1 Was: Staff must not message a parent. Now: Staff should not message a parent. Staff message a parent: was prohibited, now advised against The policy");
    }
}
