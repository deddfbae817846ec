using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Lanyard.Web.Demonstration;
using Shouldly;

namespace Lanyard.Accounts.Tests;

/// <summary>A browser without scripts: it opens pages, follows links, fills fields in by their label and presses buttons by theirs.</summary>
public sealed class Visitor : IDisposable
{
    private const int MostRedirects = 10;

    private readonly HttpClient _client;

    public Visitor(Uri address, string browser)
    {
        _client = new(new SocketsHttpHandler { UseCookies = true, CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        _client.DefaultRequestHeaders.Add("User-Agent", browser);
        Url = address;
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>Where it is.</summary>
    public Uri Url { get; private set; }

    /// <summary>The path of where it is.</summary>
    public string Path => Url.AbsolutePath;

    public HttpStatusCode Status { get; private set; }

    /// <summary>After how long the answer says to come again.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>The address it comes from, as a proxy on this machine would say; this machine itself if none is said.</summary>
    public string? From { get; set; }

    /// <summary>The origin that the browser says a form was sent from; none if it says nothing.</summary>
    public string? Origin { get; set; }

    /// <summary>The key of its session.</summary>
    public string? SessionCookie
    {
        get => Cookies.GetAllCookies().SingleOrDefault(cookie => cookie.Name == "lanyard")?.Value;
        set => Cookies.Add(new Cookie("lanyard", value, "/", Url.Host));
    }

    public IHtmlDocument Page { get; private set; } = null!; // set when the first page is opened

    /// <summary>The text of the page, on one line.</summary>
    public string Text => string.Join(' ', Page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)); // every page has a body

    /// <summary>The errors at the top of the page.</summary>
    public IEnumerable<string> Errors => Page.QuerySelectorAll(".govuk-error-summary__list li").Select(item => item.TextContent.Trim());

    public Task OpenAsync(string address) => SendAsync(new(HttpMethod.Get, new Uri(Url, address)));

    public async Task SignInAsync(string email, string password = DemonstrationTrust.Password)
    {
        await OpenAsync("/sign-in");
        await PressAsync("Sign in", ("Email address", email), ("Password", password));
    }

    public Task FollowAsync(string text)
    {
        var link = Page.QuerySelectorAll<IHtmlAnchorElement>("a").FirstOrDefault(each => each.TextContent.Trim() == text).ShouldNotBeNull($"no link {text} on {Url}: {Text}");
        return OpenAsync(link.GetAttribute("href")!); // a link without an address would be a fault of its own
    }

    /// <summary>Fills fields in and presses a button, whose label begins with a text.</summary>
    public Task PressAsync(string label, params (string Label, string Value)[] fields) => PressAsync(label, at: 0, fields);

    public async Task PressAsync(string label, int at, params (string Label, string Value)[] fields)
    {
        var button = Page.QuerySelectorAll<IHtmlButtonElement>("main button").Where(each => each.TextContent.Trim().StartsWith(label, StringComparison.Ordinal)).ElementAtOrDefault(at)
            .ShouldNotBeNull($"no button {label} on {Url}: {Text}");
        var form = button.Form.ShouldNotBeNull();
        foreach (var (name, value) in fields)
        {
            var field = form.QuerySelectorAll<IHtmlLabelElement>("label").FirstOrDefault(each => each.TextContent.Trim() == name).ShouldNotBeNull($"no field {name} on {Url}");
            Fill(Page.GetElementById(field.HtmlFor!)!, value); // a label without a field would be a fault of its own
        }

        var content = form.QuerySelectorAll<IHtmlInputElement>("input").Where(input => input.Name is { Length: > 0 } && (input.Type is not ("radio" or "checkbox") || input.IsChecked)).Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Concat(form.QuerySelectorAll<IHtmlTextAreaElement>("textarea").Select(area => KeyValuePair.Create(area.Name!, area.Value)));
        await SendAsync(new(HttpMethod.Post, new Uri(Url, form.GetAttribute("action") ?? "")) { Content = new FormUrlEncodedContent(content) });
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Opens an address without following where it sends to.</summary>
    public async Task<Uri?> AskAsync(Uri address)
    {
        using var response = await _client.GetAsync(address, TestContext.Current.CancellationToken);
        return response.Headers.Location is { } next ? new Uri(address, next) : null;
    }

    // A box or a button of several is ticked, whatever the value; the others of its name are not.
    private void Fill(IElement field, string value)
    {
        switch (field)
        {
            case IHtmlInputElement { Type: "radio" or "checkbox" } box:
                Page.QuerySelectorAll<IHtmlInputElement>($"input[name='{box.Name}']").ToList().ForEach(other => other.IsChecked = other == box);
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case var other:
                throw new InvalidOperationException($"{other.TagName} is not a field to fill in.");
        }
    }

    private async Task SendAsync(HttpRequestMessage request)
    {
        for (var redirects = 0; redirects < MostRedirects; redirects++)
        {
            if (From is not null)
            {
                request.Headers.Add("X-Forwarded-For", From);
            }

            if (Origin is not null)
            {
                request.Headers.Add("Origin", Origin);
            }

            using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
            Url = request.RequestUri!; // every request here has one
            request.Dispose();
            if (response.Headers.Location is { } next)
            {
                request = new(HttpMethod.Get, new Uri(Url, next));
                continue;
            }

            (Status, RetryAfter) = (response.StatusCode, response.Headers.RetryAfter?.Delta);
            Page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
            return;
        }

        throw new InvalidOperationException($"{Url} sends on and on.");
    }
}
