using System.IO.Compression;
using System.Net.Http.Headers;
using Lanyard.Web.Infrastructure;
using Shouldly;

namespace Lanyard.Web.Tests.Serving;

/// <summary>Files that are built in go out small, and a browser keeps them.</summary>
public sealed class BuiltInFileTests : IAsyncLifetime
{
    private readonly RunningServer _server = new();

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(null, null)]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("identity", null)]
    [InlineData("br;q=0, gzip;q=0", null)]
    public async Task TheStyleSheet_ComesAsTheBrowserTakesIt(string? accepted, string? expected)
    {
        var plain = await GetAsync(BuiltInFile.StyleSheet.Address, accepted: null);

        var (content, headers, length) = await GetAsync(BuiltInFile.StyleSheet.Address, accepted);

        content.ShouldBe(plain.Content);
        headers.ContentEncoding.SingleOrDefault().ShouldBe(expected);
        if (expected is not null)
        {
            (length * 5).ShouldBeLessThan(plain.Length);
        }
    }

    [Fact]
    public async Task TheIcon_IsKept()
    {
        using var client = new HttpClient { BaseAddress = new(_server.Address) };
        using var answer = await client.GetAsync(new Uri("/icon.svg", UriKind.Relative), None);

        answer.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(1)); // it has one
    }

    private async Task<(string Content, HttpContentHeaders Headers, int Length)> GetAsync(string address, string? accepted)
    {
        using var client = new HttpClient { BaseAddress = new(_server.Address) };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (accepted is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        }

        using var answer = await client.SendAsync(request, None);
        answer.Headers.Vary.ShouldContain("Accept-Encoding");
        var bytes = await answer.Content.ReadAsByteArrayAsync(None);
        await using Stream stream = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress),
            "gzip" => new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress),
            _ => new MemoryStream(bytes),
        };
        using var reader = new StreamReader(stream);
        return (await reader.ReadToEndAsync(None), answer.Content.Headers, bytes.Length);
    }
}
