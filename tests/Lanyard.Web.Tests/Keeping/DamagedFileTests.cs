using System.Net;
using Lanyard.Web.Infrastructure.Keeping;
using Shouldly;

namespace Lanyard.Web.Tests.Keeping;

/// <summary>A file that is damaged is served only to be read.</summary>
public sealed class DamagedFileTests
{
    private const int FreePagesAt = 36; // where the head of the file says how many pages are free

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_WithADamagedFile_ShowsPages_AndSavesNothing()
    {
        var folder = Directory.CreateTempSubdirectory("lanyard-damaged-").FullName;
        await using (var filled = await StartAsync(folder))
        {
            await filled.StopAsync(Cancel);
        }

        await using (var file = File.OpenWrite(Path.Combine(folder, "lanyard.db")))
        {
            file.Position = FreePagesAt;
            await file.WriteAsync(new byte[] { 0, 0, 0, 77 }, Cancel);
        }

        await using var app = await StartAsync(folder);
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
        (await client.GetStringAsync(new Uri("/public", UriKind.Relative), Cancel))
            .ShouldContain("Lantern Schools Trust");
        (await client.GetAsync(new Uri("/ready", UriKind.Relative), Cancel)).StatusCode.ShouldBe(
            HttpStatusCode.ServiceUnavailable);
        using var visitor = new Visitor(app.Urls.First());
        await visitor.SignInAsync("lead@demo.example");
        visitor.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        visitor.Page.Body!.TextContent.ShouldContain("pages can only be read");
        ((RecordState)app.Services.GetService(typeof(RecordState))!).OfTheFile.ShouldHaveSingleItem()
            .ShouldContain("damaged");
        await app.StopAsync(Cancel);
    }

    private static async Task<Microsoft.AspNetCore.Builder.WebApplication> StartAsync(string folder)
    {
        var app = await LanyardServer.BuildAsync(
            new() { DataFolder = folder, Urls = "http://127.0.0.1:0", IsDemo = true }, Cancel);
        await app.StartAsync(Cancel);
        return app;
    }
}
