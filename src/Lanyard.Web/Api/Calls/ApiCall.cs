using System.Text.Json;
using Lanyard.Accounts.Tokens;
using Lanyard.Web.Api.Problems;
using Lanyard.Web.Infrastructure;

namespace Lanyard.Web.Api.Calls;

/// <summary>One call of the programming interface: by whom, with which token, with which body.</summary>
internal sealed class ApiCall
{
    private const int MostBytes = 64 * 1024;

    private HttpContext? _http;
    private byte[]? _body;

    /// <summary>As whom the token acts.</summary>
    public Who Who { get; private set; } = null!; // set at the door, before any endpoint

    /// <summary>The token.</summary>
    public AccessToken Token { get; private set; } = null!; // as above

    /// <summary>The request.</summary>
    public HttpRequest Request => Http.Request;

    /// <summary>The answer.</summary>
    public HttpResponse Response => Http.Response;

    private HttpContext Http => _http ?? throw new InvalidOperationException("The call did not come through the door. Map the endpoint in the group of the interface.");

    /// <summary>Lets the call in.</summary>
    public void Open(HttpContext http, Who who, AccessToken token) => (_http, Who, Token) = (http, who, token);

    /// <summary>The body, as it was sent; <see langword="null"/> if it is too large.</summary>
    public async Task<byte[]?> BytesAsync(CancellationToken cancel)
    {
        if (_body is null)
        {
            using var bytes = new MemoryStream();
            var part = new byte[4096];
            for (int read; (read = await Request.Body.ReadAsync(part, cancel)) > 0;)
            {
                bytes.Write(part, 0, read);
                if (bytes.Length > MostBytes)
                {
                    return null;
                }
            }

            _body = bytes.ToArray();
        }

        return _body;
    }

    /// <summary>Reads the body, or says why it cannot be read.</summary>
    public async Task<(TBody? Body, ProblemResult? Problem)> ReadAsync<TBody>(CancellationToken cancel)
        where TBody : class
    {
        if (!Request.HasJsonContentType())
        {
            return (null, ApiProblems.NotJson.Because(ApiProblems.NotJson.Meaning));
        }

        if (await BytesAsync(cancel) is not { } bytes)
        {
            return (null, ApiProblems.TooLarge.Because($"A request may have {MostBytes / 1024} kilobytes."));
        }

        try
        {
            return JsonSerializer.Deserialize<TBody>(bytes, ApiJson.Options) is { } body ? (body, null) : (null, Wrong("", "The request must be an object"));
        }
        catch (JsonException problem)
        {
            return (null, Wrong(problem.Path?.TrimStart('$').TrimStart('.') ?? "", "This is not JSON of the form that the description of the interface gives, or a field is there that it does not have"));
        }
    }

    private static ProblemResult Wrong(string field, string text) => ApiProblems.Malformed.Because("The body cannot be read.", [(field, text)]);
}
