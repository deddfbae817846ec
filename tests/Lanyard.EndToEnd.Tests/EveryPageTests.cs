using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;

namespace Lanyard.EndToEnd.Tests;

/// <summary>Every page of the application, in a real browser: accessible, narrow, and found without a script.</summary>
public sealed class EveryPageTests
{
    private const string Password = "lantern-otter-violin";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task EveryPage_HasNoAxeViolation_AndFitsANarrowScreen(ColorScheme scheme)
    {
        await using var server = await RunningServer.StartAsync(isDemo: true, Cancel);
        await using var context = await server.Browser.NewContextAsync(new() { BaseURL = server.Address, ColorScheme = scheme, ViewportSize = new() { Width = 1200, Height = 900 } });
        var page = await context.NewPageAsync();
        await LookAsync(page, ["/sign-in", "/about", "/public", "/status/404", "/refused", "/link/nothing", "/first/nothing"]);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Email address").FillAsync("lead@demo.example");
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await LookAsync(page, await server.PagesAsync(Cancel));
    }

    [Fact]
    public async Task Refused_FormsSayErrorInTheTitle_AndLinkToTheField()
    {
        await using var server = await RunningServer.StartAsync(isDemo: true, Cancel);
        var page = await server.Browser.NewPageAsync(new() { BaseURL = server.Address });
        await page.GotoAsync("/sign-in");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        (await page.TitleAsync()).ShouldStartWith("Error: ");
        await page.GetByRole(AriaRole.Link, new() { Name = "Enter your email address" }).ClickAsync();
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("Email");
    }

    private static async Task LookAsync(IPage page, IEnumerable<string> addresses)
    {
        var wrong = new List<string>();
        foreach (var address in addresses)
        {
            await page.SetViewportSizeAsync(1200, 900);
            await page.GotoAsync(address);
            wrong.AddRange((await page.RunAxe()).Violations.Select(violation => $"{address}: {violation.Id} {violation.Help} {string.Join(" | ", violation.Nodes.Take(2).Select(node => node.Html))}"));
            await page.SetViewportSizeAsync(320, 700);
            var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            wrong.AddRange(width > 320 ? [$"{address}: {width} pixels wide on a screen of 320"] : Array.Empty<string>());
        }

        string.Join('\n', wrong).ShouldBe("");
    }
}
