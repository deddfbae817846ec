using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Lanyard.Policy.Publishing;
using Lanyard.Testing;
using Microsoft.Playwright;
using Shouldly;

namespace Lanyard.EndToEnd.Tests;

/// <summary>The published page of every policy, in a real browser.</summary>
public sealed class PublishedPageTests : IAsyncLifetime
{
    private IPlaywright _playwright = null!; // set before every test
    private IBrowser _browser = null!; // set before every test

    public static TheoryData<string> Policies => [.. Repository.Policies];

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task Page_OfEveryPolicy_HasNoAxeViolation_LightOrDark(string name)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await OpenAsync(name, width: 1200, scheme);
            AxeResult result = await page.RunAxe();
            result.Violations.Select(violation => $"{violation.Id}: {violation.Help}").ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task Page_OnANarrowScreen_NeedsNoSidewaysScrolling(string name)
    {
        var page = await OpenAsync(name, width: 320, ColorScheme.Light);

        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320);
    }

    [Fact]
    public async Task Page_ByKeyboard_SkipsToThePolicyAndOpensExamples()
    {
        var page = await OpenAsync("beam-trust.md", width: 800, ColorScheme.Light);
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.textContent")).ShouldBe("Skip to the policy");
        await page.Keyboard.PressAsync("Enter");
        page.Url.ShouldEndWith("#main");

        await page.Locator("summary").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        (await page.Locator("details").First.GetAttributeAsync("open")).ShouldNotBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private async Task<IPage> OpenAsync(string name, int width, ColorScheme scheme)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("lanyard-page-").FullName, "policy.html");
        await File.WriteAllTextAsync(file, PolicyPage.Render(SamplePolicy.Shipped(name)));
        var page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return page;
    }
}
