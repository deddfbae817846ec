using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;

namespace Lanyard.EndToEnd.Tests;

/// <summary>"I need help now", in a real browser: in sight on a phone, and left without a trace.</summary>
public sealed class HelpNowTests
{
    private const string Link = "I need help now";
    private const string Leave = "Leave this page now";
    private const int PhoneHeight = 844;

    // Nothing leaves this machine.
    private static readonly RouteFulfillOptions Weather = new() { ContentType = "text/html", Body = "Weather" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OnAPhone_ItIsInTheFirstScreenOfEveryPage_AndLargeEnoughToPress()
    {
        await using var server = await RunningServer.StartAsync(isDemo: true, Cancel);
        var page = await server.Browser.NewPageAsync(new() { BaseURL = server.Address });
        await page.SetViewportSizeAsync(390, PhoneHeight);
        string[] signedOut = ["/sign-in", "/public", "/status/404", "/fault", "/refused", "/first/x", "/link/x"];
        var wrong = await LookAsync(page, signedOut);
        foreach (var email in new[] { "lead@demo.example", "pupil@demo.example" })
        {
            var signedIn = await server.SignedInAsync(email, "lantern-otter-violin");
            await signedIn.SetViewportSizeAsync(390, PhoneHeight);
            wrong.AddRange(await LookAsync(signedIn, await server.PagesAsync(Cancel)));
        }

        string.Join('\n', wrong).ShouldBe("");
    }

    [Fact]
    public async Task ItIsLeftByPressing_AndByEscapeThrice_AndIsNotInTheHistory()
    {
        await using var server = await RunningServer.StartAsync(isDemo: true, Cancel);
        foreach (var byKey in new[] { false, true })
        {
            var page = await server.Browser.NewPageAsync(new() { BaseURL = server.Address });
            await page.RouteAsync("https://www.bbc.co.uk/**", route => route.FulfillAsync(Weather));
            await page.GotoAsync("/about");
            await page.GetByRole(AriaRole.Link, new() { Name = Link }).ClickAsync();
            (await page.TitleAsync()).ShouldBe("Contacts - Lanyard");
            await page.GetByText("or press Escape three times").WaitForAsync(); // the script is there
            await LeaveAsync(page, byKey);

            await page.WaitForURLAsync("https://www.bbc.co.uk/weather");
            await page.GoBackAsync();
            new Uri(page.Url).AbsolutePath.ShouldBe("/about"); // and not the page of help
        }
    }

    [Fact]
    public async Task WithoutAScript_ByKeyboard_ItIsTwoKeysAway_AndTheExitIsALink()
    {
        await using var server = await RunningServer.StartAsync(isDemo: true, Cancel);
        var options = new BrowserNewContextOptions { BaseURL = server.Address, JavaScriptEnabled = false };
        await using var context = await server.Browser.NewContextAsync(options);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.Keyboard.PressAsync("Tab"); // to the main content
        await page.Keyboard.PressAsync("Tab"); // Lanyard
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/contacts");

        var exit = page.GetByRole(AriaRole.Link, new() { Name = Leave });
        (await exit.GetAttributeAsync("href")).ShouldBe("https://www.bbc.co.uk/weather");
        (await page.GetByText("Escape").IsVisibleAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task ThePage_HasNoAxeViolation(ColorScheme scheme)
    {
        await using var server = await RunningServer.StartAsync(isDemo: true, Cancel);
        var options = new BrowserNewContextOptions { BaseURL = server.Address, ColorScheme = scheme };
        await using var context = await server.Browser.NewContextAsync(options);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/contacts");

        (await page.RunAxe()).Violations.Select(violation => $"{violation.Id} {violation.Help}").ShouldBeEmpty();
    }

    private static async Task LeaveAsync(IPage page, bool byKey)
    {
        if (!byKey)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = Leave }).ClickAsync();
            return;
        }

        for (var press = 0; press < 3; press++)
        {
            await page.Keyboard.PressAsync("Escape");
        }
    }

    private static async Task<List<string>> LookAsync(IPage page, IEnumerable<string> addresses)
    {
        var wrong = new List<string>();
        foreach (var address in addresses.Where(address => !address.StartsWith("/contacts", StringComparison.Ordinal)))
        {
            await page.GotoAsync(address);
            var box = await page.GetByRole(AriaRole.Link, new() { Name = Link }).First.BoundingBoxAsync();
            if (box is not { Height: >= 40, Width: >= 40 } || box.Y + box.Height > PhoneHeight)
            {
                wrong.Add($"{address}: {box?.Y} {box?.Height}");
            }
        }

        return wrong;
    }
}
