using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Lanyard.Web.Api.Calls;

/// <summary>An answer that can be kept and given again.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The JSON.</param>
/// <param name="ETag">The version of the object, in quotation marks.</param>
/// <param name="Location">Where the object is that was made.</param>
internal sealed record ApiAnswer(int Status, string Body, string? ETag = null, string? Location = null) : IResult
{
    private const int TagBytes = 16;

    /// <summary>One object, whose version is that of its row, or else the fingerprint of its content.</summary>
    public static ApiAnswer Object<TValue>(TValue value, long? version = null) => Json(JsonSerializer.Serialize(value, ApiJson.Options), version);

    /// <summary>One object that is JSON already.</summary>
    public static ApiAnswer Json(string body, long? version = null) =>
        new(StatusCodes.Status200OK, body, version is { } known ? Tag(known) : $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)).AsSpan(0, TagBytes))}\"");

    /// <summary>The ETag of a row's version.</summary>
    public static string Tag(long version) => $"\"v{version}\"";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.Headers.ETag = ETag;
        response.Headers.Location = Location;
        if (ETag is not null && HttpMethods.IsGet(request.Method) && request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.StatusCode = Status;
        response.ContentType = "application/json; charset=utf-8";
        return response.WriteAsync(Body, httpContext.RequestAborted);
    }
}
