using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Lanyard.Web.Demonstration;

namespace Lanyard.Benchmarks;

/// <summary>The program, serving a data folder in a process of its own, with somebody signed in.</summary>
internal sealed class Served : IDisposable
{
    // The server answers one address only so often in a second; it trusts a proxy on the same machine to name the address.
    private const int Addresses = 250;

    private readonly Process _process;
    private readonly HttpClient _client;
    private int _asked;
    private string? _token;

    private Served(Process process, string address)
    {
        _process = process;
        _client = new(new SocketsHttpHandler { CookieContainer = new() }) { BaseAddress = new(address) };
    }

    public long Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / (1024 * 1024);
        }
    }

    public static async Task<Served> StartAsync(string program, string folder)
    {
        var process = Process.Start(new ProcessStartInfo(program, ["serve", "--demo", "--data", folder, "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true, UseShellExecute = false })!; // it is another program, so it starts
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Regex.Match(line, "http://\\S+") is { Success: true } address)
            {
                _ = process.StandardOutput.ReadToEndAsync();
                var served = new Served(process, address.Value);
                await served.SignInAsync();
                return served;
            }
        }

        throw new InvalidOperationException($"{program} did not start.");
    }

    /// <summary>Asks for a page and answers how long it took, in milliseconds.</summary>
    public async Task<double> TimeAsync(string page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Add("X-Forwarded-For", $"10.0.0.{_asked++ % Addresses}");
        var start = Stopwatch.GetTimestamp();
        using var response = await _client.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
        var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return response.StatusCode == HttpStatusCode.OK && response.RequestMessage!.RequestUri!.AbsolutePath == page // both are there once it has been sent
            ? time
            : throw new InvalidOperationException($"{page} answered {response.StatusCode}.");
    }

    /// <summary>Asks the policy, so that its answer is written to the record.</summary>
    public async Task AskAsync()
    {
        using var form = new FormUrlEncodedContent([new("question", "May I follow a pupil on Instagram?"), new("IsEnough", "true"), new("__RequestVerificationToken", _token ??= Token(await _client.GetStringAsync("/ask")))]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ask") { Content = form };
        request.Headers.Add("X-Forwarded-For", $"10.0.0.{_asked++ % Addresses}");
        using var response = await _client.SendAsync(request);
        var page = await response.Content.ReadAsStringAsync();
        if (!page.Contains("prohibited", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException($"The question was not answered: {response.StatusCode}.");
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task SignInAsync()
    {
        using var form = new FormUrlEncodedContent([new("Email", "lead@demo.example"), new("Password", DemonstrationTrust.Password), new("__RequestVerificationToken", Token(await _client.GetStringAsync("/sign-in")))]);
        using var response = await _client.PostAsync("/sign-in", form);
        response.EnsureSuccessStatusCode();
    }

    private static string Token(string page) => Regex.Match(page, "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
}
