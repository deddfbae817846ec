using System.Net;
using Microsoft.Data.Sqlite;
using Shouldly;

namespace Lanyard.Cli.Tests;

/// <summary>The program itself, while its disk fails or another process holds its file.</summary>
public sealed class FailingDiskTests
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("lanyard-disk-").FullName, "data");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serve_WhileItsDiskFails_ShowsPages_RefusesInTime_AndGoesOnWithoutARestart()
    {
        using var served = await ServedProgram.StartAsync(_folder, isDemo: true, Cancel);
        using var client = new HttpClient { BaseAddress = new(served.Address) };
        await ReadyAsync(client, HttpStatusCode.OK);
        served.LimitFiles(4096);

        await ReadyAsync(client, HttpStatusCode.ServiceUnavailable);
        for (var count = 0; count < 3; count++)
        {
            using var refused = await SignInAsync(client);
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            refused.Headers.RetryAfter.ShouldNotBeNull();
        }

        (await client.GetStringAsync(new Uri("/health", UriKind.Relative), Cancel)).ShouldBe("healthy");
        (await client.GetStringAsync(new Uri("/public", UriKind.Relative), Cancel))
            .ShouldContain("Lantern Schools Trust");
        served.LimitFiles(null);

        await ReadyAsync(client, HttpStatusCode.OK);
        using var done = await SignInAsync(client);
        done.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Serve_WhileAnotherProcessHoldsItsFile_ShowsPages_RefusesInTime_AndGoesOn()
    {
        using var served = await ServedProgram.StartAsync(_folder, isDemo: true, Cancel);
        using var client = new HttpClient { BaseAddress = new(served.Address) };
        await using (
            var other = new SqliteConnection($"Data Source={Path.Combine(_folder, "lanyard.db")};Pooling=False"))
        {
            await other.OpenAsync(Cancel);
            await using var held = other.BeginTransaction(deferred: false);
            await ReadyAsync(client, HttpStatusCode.ServiceUnavailable);
            using var refused = await SignInAsync(client);
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await client.GetStringAsync(new Uri("/public", UriKind.Relative), Cancel))
                .ShouldContain("Lantern Schools Trust");
        }

        await ReadyAsync(client, HttpStatusCode.OK);
        using var done = await SignInAsync(client);
        done.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("This is no database, only a file that somebody put there and that is long enough to be looked at "
        + "as one by the engine.")]
    public async Task Serve_WithAFileThatCannotBeOpened_SaysSoInOneLine(string content)
    {
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "lanyard.db"), content, Cancel);
        await File.WriteAllTextAsync(Path.Combine(_folder, "master.key"), Convert.ToBase64String(new byte[32]), Cancel);

        var (code, output) = await ServeTests.RunAsync("serve", "--data", _folder, "--urls", "http://127.0.0.1:0");

        code.ShouldBe(2);
        output.Trim().ShouldMatch("^lanyard: [^\\n]*lanyard\\.db cannot be opened: [^\\n]*$");
    }

    // Signing in writes a session: the page comes back once that can be kept.
    private static async Task<HttpResponseMessage> SignInAsync(HttpClient client)
    {
        var fields = await ServeTests.FieldsAsync(client, "sign-in", Cancel);
        (fields["Email"], fields["Password"]) = ("lead@demo.example", Web.Demonstration.DemonstrationTrust.Password);
        using var form = new FormUrlEncodedContent(fields);
        return await client.PostAsync(new Uri("sign-in", UriKind.Relative), form, Cancel);
    }

    // Asked again until the proof that was made before is over.
    private static async Task ReadyAsync(HttpClient client, HttpStatusCode expected)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        for (var left = 100; left > 0; left--)
        {
            using var ready = await client.GetAsync(new Uri("/ready", UriKind.Relative), Cancel);
            if (ready.StatusCode == expected)
            {
                return;
            }

            await ticks.WaitForNextTickAsync(Cancel);
        }

        Assert.Fail($"/ready never answered {expected}.");
    }
}
