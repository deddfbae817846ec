using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Lanyard.Testing.Mail;

/// <summary>A service on loopback that gives tokens to a program, as those of Microsoft and Google do.</summary>
public sealed class TokenOffice : HttpStandIn
{
    private readonly ConcurrentQueue<IReadOnlyDictionary<string, string>> _asked = new();

    /// <summary>How long each token lasts.</summary>
    public int Seconds { get; set; } = 3600;

    /// <summary>The code that it answers with.</summary>
    public int Status { get; set; } = 200;

    /// <summary>The new refresh token that comes with an answer, if one does.</summary>
    public string? NextRefreshToken { get; set; }

    /// <summary>What it was asked, in order.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Asked => [.. _asked];

    /// <inheritdoc/>
    protected override (int Status, byte[] Body) Answer(string path, byte[] body)
    {
        _asked.Enqueue(Encoding.UTF8.GetString(body).Split('&').Select(field => field.Split('='))
            .ToDictionary(pair => Plain(pair[0]), pair => Plain(pair[1]), StringComparer.Ordinal));
        return (Status, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["token_type"] = "Bearer",
            ["access_token"] = $"token-{_asked.Count}",
            ["expires_in"] = Seconds,
            ["refresh_token"] = NextRefreshToken,
        }));
    }

    private static string Plain(string text) => WebUtility.UrlDecode(text);
}
