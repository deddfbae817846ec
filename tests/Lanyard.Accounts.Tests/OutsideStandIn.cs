using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Lanyard.Accounts.Tests;

/// <summary>Plays the sign-in service of an organisation: the three endpoints of the authorisation code flow, as strict as the real ones.</summary>
public sealed class OutsideStandIn : IAsyncDisposable
{
    public const string ClientId = "lanyard-test";
    public const string ClientSecret = "the secret of the test";

    private readonly ConcurrentDictionary<string, (string Challenge, string RedirectUri)> _codes = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private OutsideStandIn(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <summary>What the user endpoint says of whoever signs in.</summary>
    public object User { get; set; } = new { };

    /// <summary>What the token says of whoever signs in; none where there is nothing.</summary>
    public object? Claims { get; set; }

    /// <summary>Whether people give up instead of signing in.</summary>
    public bool IsGivenUp { get; set; }

    /// <summary>Whether codes are handed out for another PKCE challenge than the one that came, as if somebody had put theirs in.</summary>
    public bool SwapsChallenges { get; set; }

    /// <summary>The questions that the browser brought.</summary>
    public ConcurrentQueue<IQueryCollection> Asked { get; } = new();

    /// <summary>What the token endpoint refused.</summary>
    public ConcurrentQueue<string> Refused { get; } = new();

    /// <summary>How many tokens were given out.</summary>
    public int Given { get; private set; }

    /// <summary>The settings by which Google is this stand-in.</summary>
    public Dictionary<string, string?> GoogleSettings(string domain) => new(StringComparer.Ordinal)
    {
        ["LANYARD_GOOGLE_CLIENT_ID"] = ClientId, ["LANYARD_GOOGLE_CLIENT_SECRET"] = ClientSecret, ["LANYARD_GOOGLE_HOSTED_DOMAIN"] = domain,
        ["LANYARD_GOOGLE_AUTHORIZE"] = $"{Address}/authorize", ["LANYARD_GOOGLE_TOKEN"] = $"{Address}/token", ["LANYARD_GOOGLE_USER"] = $"{Address}/user",
    };

    public static async Task<OutsideStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var standIn = new OutsideStandIn(app);
        app.MapGet("/authorize", standIn.Authorize);
        app.MapPost("/token", standIn.TokenAsync);
        app.MapGet("/user", (HttpRequest request) => AuthenticationHeaderValue.Parse(request.Headers.Authorization.ToString()) is { Scheme: "Bearer", Parameter: "the token" } ? Results.Json(standIn.User) : Results.Unauthorized());
        await app.StartAsync();
        return standIn;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        Asked.Enqueue(query);
        string redirect = query["redirect_uri"]!; // checked next
        if (query["response_type"] != "code" || query["client_id"] != ClientId || string.IsNullOrEmpty(redirect) || query["code_challenge_method"] != "S256" || query["code_challenge"].ToString().Length != 43 || query["state"].Count == 0)
        {
            return Results.BadRequest();
        }

        if (IsGivenUp)
        {
            return Results.Redirect(QueryHelpers.AddQueryString(redirect, new Dictionary<string, string?>(StringComparer.Ordinal) { ["error"] = "access_denied", ["state"] = query["state"] }));
        }

        var code = Guid.NewGuid().ToString("N");
        _codes[code] = (SwapsChallenges ? Challenge("the verifier of somebody else") : query["code_challenge"].ToString(), redirect);
        return Results.Redirect(QueryHelpers.AddQueryString(redirect, new Dictionary<string, string?>(StringComparer.Ordinal) { ["code"] = code, ["state"] = query["state"] }));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["grant_type"] != "authorization_code" || form["client_id"] != ClientId || form["client_secret"] != ClientSecret)
        {
            return Refuse("client");
        }

        if (!_codes.TryRemove(form["code"].ToString(), out var known) || known.RedirectUri != form["redirect_uri"])
        {
            return Refuse("code");
        }

        if (Challenge(form["code_verifier"].ToString()) != known.Challenge)
        {
            return Refuse("verifier");
        }

        Given++;
        return Results.Json(new { access_token = "the token", token_type = "Bearer", expires_in = 300, id_token = Claims is null ? null : $"{Part(new { alg = "none" })}.{Part(Claims)}.{Part("signed")}" });
    }

    private IResult Refuse(string why)
    {
        Refused.Enqueue(why);
        return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
    }

    private static string Challenge(string verifier) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private static string Part(object part) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(part));
}
