using System.Text.RegularExpressions;
using Lanyard.Accounts;
using Lanyard.Records;
using Lanyard.Web;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Lanyard.EndToEnd.Tests;

/// <summary>The whole application on loopback with a folder of its own, and a browser to use it with.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);

    private readonly WebApplication _app;
    private readonly IPlaywright _playwright;

    private RunningServer(WebApplication app, IPlaywright playwright, IBrowser browser) => (_app, _playwright, Browser) = (app, playwright, browser);

    public IBrowser Browser { get; }

    public string Address => _app.Urls.First();

    public static async Task<RunningServer> StartAsync(bool isDemo, CancellationToken cancel)
    {
        var app = await LanyardServer.BuildAsync(new() { DataFolder = Directory.CreateTempSubdirectory("lanyard-e2e-").FullName, Urls = "http://127.0.0.1:0", IsDemo = isDemo }, cancel);
        await app.StartAsync(cancel);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        return new(app, playwright, browser);
    }

    /// <summary>The secret of the link by which the first administrator begins.</summary>
    public Task<string?> FirstLinkAsync(CancellationToken cancel) => FirstLink.MakeAsync(_app.Services, cancel);

    /// <summary>The address of every page that somebody who is signed in may open, made from the routes, with the objects of the demonstration.</summary>
    public async Task<IReadOnlyList<string>> PagesAsync(CancellationToken cancel)
    {
        var book = _app.Services.GetRequiredService<RecordBook>();
        var organisation = (await book.Store.OrganisationsAsync(cancel)).Single(id => id != Installation.Partition);
        var policy = (await book.ListAsync<PolicyFile>(organisation, cancel))[0].Value;
        var person = (await book.ListAsync<Person>(organisation, cancel))[0].Value;
        var routes = _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')) // every page has a route
            .Where(route => !route.EndsWith(".ics", StringComparison.Ordinal)); // a calendar is a file, and no page
        return
        [
            .. routes.Where(route => !route.Contains("secret", StringComparison.Ordinal) && !route.StartsWith("/status", StringComparison.Ordinal) && route is not ("/sign-in" or "/sign-in/code" or "/fault"))
                .Select(route => Regex.Replace(route, @"\{organisation[^}]*\}", organisation.ToString(), RegexOptions.None, Quick))
                .Select(route => Regex.Replace(route, @"\{id[^}]*\}", route.Contains("people", StringComparison.Ordinal) ? person.Id.ToString() : policy.Id.ToString(), RegexOptions.None, Quick))
                .Select(route => Regex.Replace(route, @"/\{versions[^/]*/\{hash\?\}", $"/versions/{policy.Versions[0].Hash}", RegexOptions.None, Quick))
                .Distinct(),
        ];
    }

    /// <summary>A browser of its own, signed in as somebody.</summary>
    public async Task<IPage> SignedInAsync(string email, string password, int width = 1200)
    {
        var page = await Browser.NewPageAsync(new() { BaseURL = Address, ViewportSize = new() { Width = width, Height = 900 } });
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Email address").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Hello" }).WaitForAsync();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await _app.DisposeAsync();
    }
}
