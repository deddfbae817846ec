using System.Net;
using System.Text.RegularExpressions;
using Lanyard.Mail;
using Lanyard.Web.Demonstration;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Transport;
using Shouldly;

namespace Lanyard.Accounts.Tests;

/// <summary>The server goes by its own address, whatever a request says: names, links, cookies, and who calls.</summary>
public sealed partial class PublicAddressTests
{
    private const string Public = "https://lanyard.school.example";

    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/api/v1/ask")]
    [InlineData("/public")]
    public async Task AnotherHost_IsNotAnswered(string page)
    {
        await using var local = await RunningServer.StartAsync();
        await using var named = await RunningServer.StartAsync(options => options with { PublicUrl = Public });
        foreach (var server in new[] { local, named })
        {
            foreach (var host in new[] { "evil.example", "lanyard.school.example.evil.example", "localhost.evil.example", "192.0.2.7" })
            {
                using var answer = await AskAsync(server, page, host);
                answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
                (await answer.Content.ReadAsStringAsync(None)).ShouldNotContain("evil");
                answer.Headers.Contains("X-Content-Type-Options").ShouldBeTrue();
            }
        }
    }

    [Fact]
    public async Task OwnNames_AndProbesByNumber_AreAnswered()
    {
        await using var server = await RunningServer.StartAsync(options => options with { PublicUrl = Public, AllowedHosts = ["inside"] });
        foreach (var host in new[] { "lanyard.school.example", "LANYARD.school.example:443", "inside:5080", "localhost:1", "127.0.0.1", "[::1]:80" })
        {
            using var answer = await AskAsync(server, "/sign-in", host);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, host);
        }

        using var probe = await AskAsync(server, "/health", "10.1.2.3:5080");
        probe.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("lanyard.school.example")]
    [InlineData("inside")]
    [InlineData("localhost:99")]
    public async Task Redirects_GoByThePublicAddress(string host)
    {
        await using var server = await RunningServer.StartAsync(options => options with { PublicUrl = Public, AllowedHosts = ["inside"] });
        using var answer = await AskAsync(server, "/account", host);

        answer.Headers.Location.ShouldNotBeNull().AbsoluteUri.ShouldStartWith($"{Public}/sign-in?");
    }

    [Fact]
    public async Task OverHttps_EveryCookieIsBoundToTheHost_AndTheBrowserIsToldToStayThere()
    {
        await using var server = await RunningServer.StartAsync(options => options with { PublicUrl = Public });
        using var client = Client(server);
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var form = await SendAsync(HttpMethod.Get, "/sign-in");
        await SendAsync(HttpMethod.Post, "/sign-in", Token(form), ("Email", "teacher@demo.example"), ("Password", DemonstrationTrust.Password));
        (await SendAsync(HttpMethod.Get, "/")).ShouldContain("Hello, Tom Okafor");
        form = await SendAsync(HttpMethod.Get, "/account/passkeys/add");
        await SendAsync(HttpMethod.Get, "/account");
        await SendAsync(HttpMethod.Post, "/sign-out", Token(await SendAsync(HttpMethod.Get, "/sign-out")));

        names.ShouldBe(["__Host-lanyard", "__Host-lanyard-device", "__Host-lanyard-done", "__Host-lanyard-form", "__Host-lanyard-passkey"]);

        async Task<string> SendAsync(HttpMethod method, string page, params (string Name, string Value)[] fields)
        {
            using var request = new HttpRequestMessage(method, page) { Content = method == HttpMethod.Post ? new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) : null };
            request.Headers.Host = "lanyard.school.example";
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", kept.Select(each => $"{each.Key}={each.Value}")));
            using var answer = await client.SendAsync(request, None);
            answer.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000; includeSubDomains"]);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                var parts = cookie.Split("; ");
                var (name, value) = (parts[0][..parts[0].IndexOf('=', StringComparison.Ordinal)], parts[0][(parts[0].IndexOf('=', StringComparison.Ordinal) + 1)..]);
                new[] { "path=/", "secure", "httponly" }.Except(parts, StringComparer.OrdinalIgnoreCase).ShouldBeEmpty(cookie);
                parts.ShouldNotContain(part => part.StartsWith("domain", StringComparison.OrdinalIgnoreCase));
                parts.ShouldContain(part => part.StartsWith("samesite=", StringComparison.OrdinalIgnoreCase));
                names.Add(name);
                kept[name] = value;
                if (value.Length == 0)
                {
                    kept.Remove(name); // it was taken away
                }
            }

            return await answer.Content.ReadAsStringAsync(None);
        }
    }

    [Fact]
    public async Task OnThisMachine_CookiesHavePlainNames_AndNothingSaysHttps()
    {
        await using var server = await RunningServer.StartAsync();
        using var answer = await AskAsync(server, "/sign-in/passkey", "localhost");

        answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split('=')[0]).ShouldBe(["lanyard-done", "lanyard-form", "lanyard-passkey"], ignoreOrder: true);
        answer.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => !cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Fact]
    public async Task Link_MadeForSomebody_HoldsThePublicAddress()
    {
        await using var server = await RunningServer.StartAsync(options => options with { PublicUrl = $"http://localhost:{FreePort()}/" });
        using var lead = await server.SignInAsync("lead@demo.example");
        await lead.OpenAsync($"/people/{await server.PersonAsync("teacher@demo.example")}");
        await lead.PressAsync("Make a sign-in link");

        lead.Text.ShouldMatch("http://localhost:[0-9]+/link/");
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080", null, false, "Other machines reach http://0.0.0.0:5080")]
    [InlineData("http://[::]:5080", null, false, "Other machines reach")]
    [InlineData("http://*:5080", null, false, "Other machines reach")]
    [InlineData("http://127.0.0.1:5080;http://10.0.0.7:5080", null, false, "Other machines reach")]
    [InlineData("http://127.0.0.1:5080", null, true, "Letters hold links")]
    [InlineData("http://127.0.0.1:5080", "lanyard.school.example", false, "is not an address by which people reach Lanyard")]
    [InlineData("http://127.0.0.1:5080", "https://school.example/lanyard", false, "without a path")]
    [InlineData("http://127.0.0.1:5080", "https://me@school.example", false, "is not an address")]
    [InlineData("http://127.0.0.1:5080", "ftp://school.example", false, "is not an address")]
    [InlineData("http://0.0.0.0:5080", "https://school.example", true, null)]
    [InlineData("http://localhost:5080", null, false, null)]
    [InlineData("http://[::1]:5080", null, false, null)]
    public void WithoutAPublicAddress_NothingIsServedToOthers(string urls, string? publicUrl, bool sendsMail, string? says)
    {
        var options = new ServerOptions
        {
            DataFolder = "none", Urls = urls, PublicUrl = publicUrl,
            MailServer = sendsMail ? MailServer.Read(new() { Address = "smtp://127.0.0.1:25" }) : null,
        };
        if (says is null)
        {
            Should.NotThrow(options.CheckAddresses);
            return;
        }

        Should.Throw<FormatException>(options.CheckAddresses).Message.ShouldContain(says);
    }

    [Theory]
    [InlineData("10.0.0.0/8", "10.1.2.3", true)]
    [InlineData("10.1.2.3 fd00::/8", "fd00::7", true)]
    [InlineData("10.1.2.3,172.16.0.0/12", "192.0.2.1", false)]
    public void TrustedProxies_AreThoseThatAreNamed(string text, string address, bool isTrusted) =>
        TrustedProxies.Read(text).Any(network => network.Contains(IPAddress.Parse(address))).ShouldBe(isTrusted);

    [Theory]
    [InlineData("0.0.0.0/0", "would believe anybody")]
    [InlineData("::/0", "would believe anybody")]
    [InlineData("proxy", "is no address and no network")]
    [InlineData("10.0.0.0/99", "is no address and no network")]
    public void TrustedProxies_ThatAreWrong_AreRefused(string text, string says) =>
        Should.Throw<FormatException>(() => TrustedProxies.Read(text)).Message.ShouldContain(says);

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TokenField();

    private static (string Name, string Value) Token(string page) =>
        ("__RequestVerificationToken", TokenField().Match(page).Groups["value"].Value);

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static HttpClient Client(RunningServer server) =>
        new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server.Address };

    private static async Task<HttpResponseMessage> AskAsync(RunningServer server, string page, string host)
    {
        using var client = Client(server);
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Host = host;
        return await client.SendAsync(request, None);
    }
}
