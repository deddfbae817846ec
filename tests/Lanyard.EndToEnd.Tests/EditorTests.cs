using Microsoft.Playwright;
using Shouldly;

namespace Lanyard.EndToEnd.Tests;

/// <summary>The editor of a draft with its script, in a real browser.</summary>
public sealed class EditorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhileItIsWritten_ADraftIsChecked_AndALinkGoesToTheWords()
    {
        await using var server = await RunningServer.StartAsync(isDemo: true, Cancel);
        var lead = await EditAsync(server);
        var text = lead.GetByLabel("The text of the draft");
        await text.FillAsync((await text.InputValueAsync()).Replace("Adults must accept this policy", "Adulds must accept this policy", StringComparison.Ordinal));

        await Assertions.Expect(lead.GetByText("The text has 1 error.")).ToBeVisibleAsync();
        await Assertions.Expect(lead.GetByRole(AriaRole.Status)).ToHaveTextAsync("Checked as you write.");
        await lead.Locator("#check a[data-line]").First.ClickAsync();
        (await text.EvaluateAsync<string>("text => text.value.slice(text.selectionStart, text.selectionEnd)")).ShouldBe("Adulds");

        await text.FillAsync((await text.InputValueAsync()).Replace("Adulds", "Adults", StringComparison.Ordinal));
        await Assertions.Expect(lead.GetByText("examples come out as the text says")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task WhenSignedOutMeanwhile_TheTextStays_AndThePageSaysWhatToDo()
    {
        await using var server = await RunningServer.StartAsync(isDemo: true, Cancel);
        var lead = await EditAsync(server);
        await lead.Context.ClearCookiesAsync();
        await lead.GetByLabel("The text of the draft").FillAsync("## 1 What I wrote");

        await Assertions.Expect(lead.GetByRole(AriaRole.Status)).ToContainTextAsync("Your text is still here");
        (await lead.GetByLabel("The text of the draft").InputValueAsync()).ShouldBe("## 1 What I wrote");
    }

    [Fact]
    public async Task LeavingWithChangesThatAreNotSaved_IsAskedAbout()
    {
        await using var server = await RunningServer.StartAsync(isDemo: true, Cancel);
        var lead = await EditAsync(server);
        var asked = new TaskCompletionSource<string>();
        lead.Dialog += async (_, dialog) =>
        {
            await dialog.DismissAsync();
            asked.SetResult(dialog.Type);
        };
        await lead.GetByLabel("The text of the draft").PressSequentiallyAsync("x");
        await lead.EvaluateAsync("setTimeout(() => document.querySelector('.govuk-back-link').click())");

        (await asked.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancel)).ShouldBe("beforeunload");
        lead.Url.ShouldEndWith("/edit"); // dismissed, so the writer stays
    }

    private static async Task<IPage> EditAsync(RunningServer server)
    {
        var lead = await server.SignedInAsync("lead@demo.example", "lantern-otter-violin");
        await lead.GotoAsync("/policies");
        await lead.GetByRole(AriaRole.Link, new() { Name = "Social Media Policy" }).ClickAsync();
        await lead.GetByRole(AriaRole.Button, new() { Name = "Begin a new version" }).ClickAsync();
        return lead;
    }
}
