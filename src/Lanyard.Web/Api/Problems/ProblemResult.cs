using Lanyard.Web.Api.Calls;

namespace Lanyard.Web.Api.Problems;

/// <summary>An answer that tells a problem.</summary>
internal sealed class ProblemResult(ApiProblemAnswer answer) : IResult
{
    /// <summary>The media type of RFC 9457.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>What it says.</summary>
    public ApiProblemAnswer Answer { get; } = answer;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Answer.Status;
        return httpContext.Response.WriteAsJsonAsync(Answer, ApiJson.Options, MediaType, httpContext.RequestAborted);
    }
}
