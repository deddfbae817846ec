using System.Net.Http.Json;
using System.Text.Json;

namespace Lanyard.Mail;

/// <summary>Fetches the tokens by which Lanyard signs in to the mail server, and renews each before it ends.</summary>
internal sealed class MailTokens(MailOAuth way, TimeProvider clock) : IDisposable
{
    private const int MostBytes = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RenewedBefore = TimeSpan.FromMinutes(5);
    // So that odd figures make no storm of questions.
    private static readonly TimeSpan LastsAtLeast = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http = new(Handler())
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = MostBytes,
    };

    private readonly SemaphoreSlim _one = new(1, 1);
    private string? _refresh = way.RefreshToken;
    private string? _token;
    private DateTimeOffset _until;

    /// <summary>A token that still lasts.</summary>
    /// <exception cref="MailException">The service gives none, or cannot be reached.</exception>
    public async Task<string> GetAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            if (_token is null || clock.GetUtcNow() >= _until)
            {
                await RenewAsync(cancel);
            }

            return _token!; // it was just renewed if there was none
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Gives a token up that the mail server does not take, though it should still last.</summary>
    public void Forget(string token)
    {
        if (_token == token)
        {
            _token = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _one.Dispose();
    }

    private async Task RenewAsync(CancellationToken cancel)
    {
        var asked = clock.GetUtcNow();
        var answer = await AskAsync(cancel);
        if (Text(answer, "access_token") is not { Length: > 0 } token)
        {
            throw new MailException(MailProblem.TokenRefused);
        }

        // A service may give a new refresh token with each answer. The file keeps the first, which is asked with after
        // a restart.
        _refresh = Text(answer, "refresh_token") ?? _refresh;
        var lasts = answer.TryGetProperty("expires_in", out var seconds) && seconds.TryGetInt32(out var read)
            ? TimeSpan.FromSeconds(read) : TimeSpan.Zero;
        _token = token;
        _until = asked + (lasts > RenewedBefore + LastsAtLeast ? lasts - RenewedBefore : LastsAtLeast);
    }

    private async Task<JsonElement> AskAsync(CancellationToken cancel)
    {
        try
        {
            using var form = new FormUrlEncodedContent(Fields());
            using var answer = await _http.PostAsync(way.Endpoint, form, cancel);
            if (!answer.IsSuccessStatusCode)
            {
                var code = (int)answer.StatusCode;
                throw new MailException(code >= 500 ? MailProblem.NotReached : MailProblem.TokenRefused, code);
            }

            var read = await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
            return read.ValueKind == JsonValueKind.Object ? read : throw new MailException(MailProblem.TokenRefused);
        }
        catch (HttpRequestException problem)
        {
            throw new MailException(MailProblem.NotReached, inner: problem);
        }
        catch (JsonException problem)
        {
            throw new MailException(MailProblem.TokenRefused, inner: problem);
        }
        catch (OperationCanceledException problem) when (!cancel.IsCancellationRequested)
        {
            throw new MailException(MailProblem.NotReached, inner: problem); // the service took too long
        }
    }

    private static SocketsHttpHandler Handler() =>
        new() { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = RenewedBefore };

    private IEnumerable<KeyValuePair<string, string>> Fields()
    {
        yield return new("grant_type", _refresh is null ? "client_credentials" : "refresh_token");
        yield return new("client_id", way.ClientId);
        if (way.ClientSecret is { } secret)
        {
            yield return new("client_secret", secret);
        }

        if (_refresh is { } refresh)
        {
            yield return new("refresh_token", refresh);
        }

        if (way.Scope is { } scope)
        {
            yield return new("scope", scope);
        }
    }

    private static string? Text(JsonElement answer, string name) => answer.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
