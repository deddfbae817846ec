using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Lanyard.Web.Demonstration;

namespace Lanyard.Web.Tests;

/// <summary>Somebody with a browser that runs no scripts: they open pages, read them, fill in fields by their labels and press buttons by what stands on them.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient _client;
    private readonly Dictionary<string, (string Name, byte[] Content)> _files = new(StringComparer.Ordinal);
    private IHtmlDocument _page = null!; // nobody reads before they have opened a page

    public Visitor(string address)
    {
        var server = new Uri(address);
        var handler = new SocketsHttpHandler
        {
            CookieContainer = new(), AllowAutoRedirect = true,
            ConnectCallback = (_, cancel) => ConnectAsync(server, cancel), // also under the server's public name, which no test resolves
        };
        _client = new(handler) { BaseAddress = server };
    }

    /// <summary>The status of the page.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>The path of the page, after every redirect.</summary>
    public Uri Address { get; private set; } = new("/", UriKind.Relative);

    /// <summary>Its title.</summary>
    public string Title => _page.Title ?? "";

    /// <summary>Its text, with single spaces.</summary>
    public string Text => Plain(_page.QuerySelector("main"));

    /// <summary>The errors of its summary.</summary>
    public IReadOnlyList<string> Problems => [.. _page.QuerySelectorAll(".govuk-error-summary__list li").Select(Plain)];

    /// <summary>The words of its menu.</summary>
    public IReadOnlyList<string> Menu => [.. _page.QuerySelectorAll(".govuk-service-navigation__link").Select(Plain)];

    /// <summary>The page itself, for what the rest does not ask.</summary>
    public IHtmlDocument Page => _page;

    /// <summary>Opens a page.</summary>
    public async Task OpenAsync(string address) => await ReadAsync(await _client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute), None));

    /// <summary>Signs in to the demonstration.</summary>
    public async Task SignInAsync(string email, string password = DemonstrationTrust.Password)
    {
        await OpenAsync("/sign-in");
        Fill("Email address", email);
        Fill("Password", password);
        await PressAsync("Sign in");
    }

    /// <summary>What a field holds.</summary>
    public string Value(string label) => Labelled(label) switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.Value : "",
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        var other => throw new InvalidOperationException($"\"{label}\" is a {other.TagName}."),
    };

    /// <summary>Types into a field.</summary>
    public void Fill(string label, string value)
    {
        switch (Labelled(label))
        {
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case var other:
                throw new InvalidOperationException($"\"{label}\" is a {other.TagName}.");
        }
    }

    /// <summary>Types a date into its three fields.</summary>
    public void FillDate(string name, DateOnly day)
    {
        Input($"{name}.Day").Value = day.Day.ToString(CultureInfo.InvariantCulture);
        Input($"{name}.Month").Value = day.Month.ToString(CultureInfo.InvariantCulture);
        Input($"{name}.Year").Value = day.Year.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Chooses from a list, by what stands in it.</summary>
    public void Select(string label, string text)
    {
        var list = (IHtmlSelectElement)Labelled(label);
        list.Value = list.Options.FirstOrDefault(option => Plain(option) == text)?.Value ?? throw new InvalidOperationException($"There is no \"{text}\" in \"{label}\".");
    }

    /// <summary>What there is to choose from a list.</summary>
    public IReadOnlyList<string> Options(string label) => [.. ((IHtmlSelectElement)Labelled(label)).Options.Select(Plain)];

    /// <summary>Ticks a box, or takes the tick away.</summary>
    public void Tick(string label, bool isTicked = true) => ((IHtmlInputElement)Labelled(label)).IsChecked = isTicked;

    /// <summary>Chooses one of several, by what the form sends for it.</summary>
    public void TickOnly(string name, string value)
    {
        foreach (var radio in _page.QuerySelectorAll($"main [type='radio'][name='{name}']").Cast<IHtmlInputElement>())
        {
            radio.IsChecked = radio.Value == value;
        }
    }

    /// <summary>Chooses a file.</summary>
    public void Choose(string label, string fileName, byte[] content) => _files[((IHtmlInputElement)Labelled(label)).Name!] = (fileName, content); // every field has a name

    /// <summary>Whether a button of that name is there.</summary>
    public bool HasButton(string text) => _page.QuerySelectorAll("main button").Any(button => Plain(button) == text);

    /// <summary>Follows a link by what stands on it.</summary>
    public Task FollowAsync(string text) =>
        OpenAsync(_page.QuerySelectorAll("main a").Concat(_page.QuerySelectorAll("a")).FirstOrDefault(link => Plain(link) == text)?.GetAttribute("href") ?? throw new InvalidOperationException($"There is no link \"{text}\" on \"{Title}\"."));

    /// <summary>Sets a hidden field, as somebody hostile would.</summary>
    public void Forge(string name, string value) => Input(name).Value = value;

    /// <summary>Presses a button by what stands on it, and sends its form as a browser would.</summary>
    public async Task PressAsync(string text)
    {
        var button = (IHtmlButtonElement?)_page.QuerySelectorAll("button").LastOrDefault(each => Plain(each) == text) ?? throw new InvalidOperationException($"There is no button \"{text}\" on \"{Title}\".");
        var form = button.Form ?? throw new InvalidOperationException($"The button \"{text}\" belongs to no form.");
        var address = new Uri(new Uri(_client.BaseAddress!, Address), button.GetAttribute("formaction") ?? form.GetAttribute("action") ?? ""); // it has one
        List<KeyValuePair<string, string>> fields = [.. Fields(form), .. button.Name is { Length: > 0 } name ? [new(name, button.Value)] : Array.Empty<KeyValuePair<string, string>>()];
        if (form.Method == "get")
        {
            await OpenAsync($"{address.AbsolutePath}?{string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"))}");
            return;
        }

        using HttpContent content = form.GetAttribute("enctype") == "multipart/form-data" ? Multipart(fields) : new FormUrlEncodedContent(fields);
        await ReadAsync(await _client.PostAsync(address, content, None));
    }

    public void Dispose() => _client.Dispose();

    private static CancellationToken None => TestContext.Current.CancellationToken;

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            var (name, value) = element switch
            {
                IHtmlInputElement { Type: "file" } => (null, ""),
                IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => (null, ""),
                IHtmlInputElement input => (input.Name, input.Value),
                IHtmlSelectElement select => (select.Name, select.Value ?? ""),
                IHtmlTextAreaElement area => (area.Name, area.Value),
                _ => (null, ""),
            };
            if (name is not null)
            {
                yield return new(name, value);
            }
        }
    }

    private MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, file) in _files)
        {
            content.Add(new ByteArrayContent(file.Content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, name, file.Name);
        }

        return content;
    }

    private IHtmlInputElement Input(string name) =>
        (IHtmlInputElement?)_page.QuerySelector($"main [name='{name}']") ?? throw new InvalidOperationException($"There is no field named {name} on \"{Title}\".");

    private IElement Labelled(string label) =>
        _page.QuerySelectorAll("label").Where(each => Plain(each) == label).Select(each => _page.GetElementById(each.GetAttribute("for") ?? "")).FirstOrDefault(each => each is not null)
        ?? throw new InvalidOperationException($"There is no field \"{label}\" on \"{Title}\".");

    private static string Plain(INode? node) => string.Join(' ', (node?.GetDescendants().OfType<IText>() ?? []).SelectMany(text => text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private async Task ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            Status = response.StatusCode;
            Address = new(response.RequestMessage!.RequestUri!.PathAndQuery, UriKind.Relative); // every answer has its request
            _page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(None), None);
            _files.Clear();
        }
    }

    private static async ValueTask<Stream> ConnectAsync(Uri server, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(server.Host, server.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
