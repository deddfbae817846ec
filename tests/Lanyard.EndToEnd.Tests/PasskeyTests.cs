using Deque.AxeCore.Playwright;
using Lanyard.Accounts;
using Lanyard.Web;
using Lanyard.Web.Demonstration;
using Lanyard.Web.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;

namespace Lanyard.EndToEnd.Tests;

/// <summary>Passkeys in a real browser, with an authenticator that Chromium plays.</summary>
public sealed class PasskeyTests : IAsyncLifetime
{
    private const string Email = "dsl@demo.example";
    private const string Task = "Guard your account with codes or a passkey";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lanyard-passkeys-");
    private WebApplication _server = null!; // set before every test
    private IPlaywright _playwright = null!; // set before every test
    private IBrowser _browser = null!; // set before every test
    private IPage _page = null!; // set before every test
    private ICDPSession _devices = null!; // set before every test
    private string _authenticator = "";

    public async ValueTask InitializeAsync()
    {
        _server = await LanyardServer.BuildAsync(new ServerOptions { DataFolder = Path.Combine(_folder.FullName, "data"), Urls = "http://127.0.0.1:0", IsDemo = true }, CancellationToken.None);
        await _server.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var context = await _browser.NewContextAsync(new() { BaseURL = $"http://localhost:{new Uri(_server.Urls.First()).Port}" }); // a passkey belongs to a name, and an address is none
        _page = await context.NewPageAsync();
        _devices = await context.NewCDPSessionAsync(_page);
        await _devices.SendAsync("WebAuthn.enable");
        var made = await _devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        _authenticator = made!.Value.GetProperty("authenticatorId").GetString()!; // the protocol says so
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Passkey_Added_SignsInWithoutAPassword_AndCountsAsASecondFactor()
    {
        await SignInByPasswordAsync();
        (await _page.ContentAsync()).ShouldContain(Task);
        await AddAsync("work laptop");
        (await MainAsync()).ShouldContain("work laptop, added on");
        (await MainAsync()).ShouldContain("A passkey was added");
        await SignOutAsync();

        await SignInByPasskeyAsync();

        (await MainAsync()).ShouldContain("Hello, Ruth Bell");
        (await MainAsync()).ShouldNotContain(Task);
    }

    [Fact]
    public async Task Passkey_WithCodesOn_NeedsNoCode()
    {
        await SignInByPasswordAsync();
        await AddAsync("work laptop");
        await SignOutAsync();
        await using (var scope = _server.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            await accounts.SetTwoFactorEnabledAsync((await accounts.FindByEmailAsync(Email))!, enabled: true); // the demonstration has the account
        }

        await _page.GotoAsync("/sign-in/passkey?next=%2Faccount");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();

        await _page.WaitForURLAsync("**/account");
    }

    [Fact]
    public async Task Passkey_Removed_LetsNobodyIn()
    {
        await SignInByPasswordAsync("teacher@demo.example"); // whose role needs no second factor
        await AddAsync("lost phone");
        await _page.GetByRole(AriaRole.Link, new() { Name = "Remove the passkey lost phone" }).ClickAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Remove passkey" }).ClickAsync();
        (await MainAsync()).ShouldContain("The passkey is removed.");
        (await MainAsync()).ShouldContain("A passkey was removed");
        await SignOutAsync();

        await SignInByPasskeyAsync();

        (await MainAsync()).ShouldContain("No passkey of yours was found here.");
    }

    [Fact]
    public async Task Passkey_OfADeviceThatDoesNotKnowItsOwner_IsRefused()
    {
        await SignInByPasswordAsync();
        await AddAsync("work laptop");
        await SignOutAsync();
        await _devices.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = _authenticator, ["isUserVerified"] = false });

        await SignInByPasskeyAsync();

        (await MainAsync()).ShouldContain("No passkey of yours was found here.");
    }

    [Fact]
    public async Task Passkey_WithoutAName_IsAskedForOne()
    {
        await SignInByPasswordAsync();
        await _page.GotoAsync("/account/passkeys/add");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();

        (await MainAsync()).ShouldContain("Enter a name for the passkey");
        var held = await _devices.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = _authenticator });
        held!.Value.GetProperty("credentials").GetArrayLength().ShouldBe(0); // the protocol says so
    }

    [Fact]
    public async Task Pages_HaveNoAxeViolation()
    {
        await _page.GotoAsync("/sign-in");
        await CheckAsync();
        await _page.GotoAsync("/sign-in/passkey");
        await CheckAsync();
        await SignInByPasswordAsync();
        await AddAsync("work laptop");
        foreach (var address in new[] { "/account", "/account/password", "/account/codes", "/account/passkeys/add" })
        {
            await _page.GotoAsync(address);
            await CheckAsync();
        }
    }

    private async Task CheckAsync()
    {
        var result = await _page.RunAxe();
        result.Violations.Select(violation => $"{_page.Url} {violation.Id}: {violation.Help}").ShouldBeEmpty();
    }

    private async Task SignInByPasswordAsync(string email = Email)
    {
        await _page.GotoAsync("/sign-in");
        await _page.GetByLabel("Email address").FillAsync(email);
        await _page.GetByLabel("Password").FillAsync(DemonstrationTrust.Password);
        await _page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await _page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
    }

    private async Task SignInByPasskeyAsync()
    {
        await _page.GotoAsync("/sign-in");
        await _page.GetByRole(AriaRole.Link, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await _page.Locator("h1:has-text('Hello'), .govuk-error-summary").WaitForAsync();
    }

    private async Task AddAsync(string name)
    {
        await _page.GotoAsync("/account");
        await _page.GetByRole(AriaRole.Link, new() { Name = "Add a passkey" }).ClickAsync();
        await _page.GetByLabel("Name of the passkey").FillAsync(name);
        await _page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await _page.GetByText("The passkey is added.").WaitForAsync();
    }

    private async Task SignOutAsync()
    {
        await _page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).First.ClickAsync();
        await _page.WaitForURLAsync("**/sign-in");
    }

    private Task<string> MainAsync() => _page.Locator("main").InnerTextAsync();
}
