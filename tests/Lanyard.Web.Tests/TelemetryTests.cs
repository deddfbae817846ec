using Shouldly;

namespace Lanyard.Web.Tests;

/// <summary>What a collector of telemetry gets to know.</summary>
public sealed class TelemetryTests : IDisposable
{
    private readonly Collector _collector = new();

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public void Dispose() => _collector.Dispose();

    [Fact]
    public async Task Spans_TellRoutesAndTimes_AndNothingOfPeopleLinksOrSearches()
    {
        var id = Guid.NewGuid();
        await RunAsync(async address =>
        {
            using var visitor = new Visitor(address);
            await visitor.OpenAsync("/link/s3cret-of-a-link");
            await visitor.OpenAsync("/sign-in?from=%2Fpeople%3Fq%3Daoife");
            await visitor.SignInAsync("lead@demo.example");
            await visitor.OpenAsync("/people?q=aoife");
            await visitor.OpenAsync($"/people/{id}");
            await visitor.OpenAsync("/no-page-of-ours/tom.okafor");
        });

        var spans = _collector.Sent("/v1/traces");
        spans.ShouldContain("link/{secret}");
        spans.ShouldContain("http.response.status_code");
        var all = (spans + _collector.Sent("/v1/metrics")).ToLowerInvariant();
        foreach (var secret in new[] { "s3cret-of-a-link", "aoife", "?q=", "tom.okafor", "lead@demo", $"{id}", $"{id:N}", "url.path", "url.query", "url.full", "user_agent", "client.address", "lanyard-session" })
        {
            all.ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task Measurements_OfRequestsAndOfTheMachine_AreSent()
    {
        await RunAsync(async address =>
        {
            using var visitor = new Visitor(address);
            await visitor.OpenAsync("/sign-in");
        });

        var measurements = _collector.Sent("/v1/metrics");
        measurements.ShouldContain("http.server.request.duration");
        measurements.ShouldContain("dotnet.gc.heap.total_allocated");
    }

    private async Task RunAsync(Func<string, Task> use)
    {
        var folder = Directory.CreateTempSubdirectory("lanyard-telemetry-").FullName;
        await using (var app = await LanyardServer.BuildAsync(new() { DataFolder = folder, Urls = "http://127.0.0.1:0", IsDemo = true, Collector = _collector.Address }, None))
        {
            await app.StartAsync(None);
            await use(app.Urls.First());
            await app.StopAsync(None);
        }

        Directory.Delete(folder, recursive: true);
    }
}
