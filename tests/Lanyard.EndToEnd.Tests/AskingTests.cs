using Microsoft.Playwright;
using Shouldly;

namespace Lanyard.EndToEnd.Tests;

/// <summary>"May I?" in a real browser: its own Back works, and what was said can be changed.</summary>
public sealed class AskingTests
{
    private const string Words = "can I post a photo of a pupil on the school website?";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheBrowsersBack_ShowsEachPageAgain_AndChange_KeepsTheRest(bool hasScript)
    {
        await using var server = await RunningServer.StartAsync(isDemo: true, Cancel);
        var options = new BrowserNewContextOptions { BaseURL = server.Address, JavaScriptEnabled = hasScript };
        await using var context = await server.Browser.NewContextAsync(options);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in?next=%2Fask");
        await page.GetByLabel("Email address").FillAsync("teacher@demo.example");
        await page.GetByLabel("Password").FillAsync("lantern-otter-violin");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByLabel("What do you want to know?").FillAsync(Words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        var titles = await AnswerAllAsync(page);
        titles.Count.ShouldBeGreaterThan(2);

        foreach (var title in Enumerable.Reverse(titles))
        {
            await page.GoBackAsync();
            (await page.TitleAsync()).ShouldBe(title);
        }

        for (var forward = 0; forward < titles.Count; forward++)
        {
            await page.GoForwardAsync();
        }

        var change = page.GetByRole(AriaRole.Link, new() { Name = "Change your answer to: " });
        (await change.CountAsync()).ShouldBe(titles.Count);
        await change.Filter(new() { HasText = "consented" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio).Nth(1).CheckAsync(); // no
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        (await page.TitleAsync()).ShouldStartWith("The answer");
    }

    private static async Task<List<string>> AnswerAllAsync(IPage page)
    {
        var titles = new List<string>();
        var goOn = page.GetByRole(AriaRole.Button, new() { Name = "Go on" });
        while (await goOn.CountAsync() > 0 && titles.Count < 20)
        {
            titles.Add(await page.TitleAsync());
            if (await page.GetByRole(AriaRole.Radio).CountAsync() > 0)
            {
                await page.GetByRole(AriaRole.Radio).First.CheckAsync();
            }

            await goOn.ClickAsync();
        }

        return titles;
    }
}
