using System.Collections.Immutable;
using Lanyard.Records.Storage;
using Lanyard.Web.Infrastructure;
using Microsoft.AspNetCore.Diagnostics;

namespace Lanyard.Web.Api.Problems;

/// <summary>Every kind of problem that the programming interface tells. The one place where they stand.</summary>
public static class ApiProblems
{
    /// <summary>Below which address each is explained.</summary>
    public const string Address = "/api/v1/problems";

    /// <summary>No token.</summary>
    public static ApiProblem NotSignedIn { get; } = new("not-signed-in", 401, "A valid token is needed", "Make a token on your account's page and send it as `Authorization: Bearer lanyard_...`.");

    /// <summary>A token without the scope.</summary>
    public static ApiProblem ScopeMissing { get; } = new("scope-missing", 403, "The token lacks a scope", "Make a token that has the scope in `scope`.");

    /// <summary>A person without the role.</summary>
    public static ApiProblem NotAllowed { get; } = new("not-allowed", 403, "The person's roles do not allow it", "Ask whoever looks after Lanyard in your organisation.");

    /// <summary>Nothing there.</summary>
    public static ApiProblem NotFound { get; } = new("not-found", 404, "There is nothing there", "What is asked for is not there, or belongs to a school or an organisation that is not yours.");

    /// <summary>Not like that.</summary>
    public static ApiProblem MethodNotAllowed { get; } = new("method-not-allowed", 405, "The address does not take this method", "See the list of endpoints.");

    /// <summary>Not readable.</summary>
    public static ApiProblem Malformed { get; } = new("malformed", 400, "The request cannot be read", "Correct the fields in `errors`.");

    /// <summary>Not what it must be.</summary>
    public static ApiProblem Refused { get; } = new("refused", 422, "The request breaks a rule", "Correct the fields in `errors`. Nothing was changed.");

    /// <summary>A key for two things.</summary>
    public static ApiProblem KeyReused { get; } = new("idempotency-key-reused", 422, "The idempotency key belongs to another request", "Use a new key for a new request.");

    /// <summary>Done, but not to be told again.</summary>
    public static ApiProblem AnswerLost { get; } = new("answer-lost", 409, "The request was answered before, and its answer is lost", "What it asked for was done. Read what it made; use a new key to do it again.");

    /// <summary>No version.</summary>
    public static ApiProblem VersionNeeded { get; } = new("version-needed", 428, "The version must be named", "Read the object and send its ETag as `If-Match`.");

    /// <summary>Changed meanwhile.</summary>
    public static ApiProblem ChangedMeanwhile { get; } = new("changed-meanwhile", 412, "Somebody else has changed it", "Read the object again, make your change to that, and send it with its new ETag.");

    /// <summary>Another version.</summary>
    public static ApiProblem NotInForce { get; } = new("not-in-force", 409, "Another version is in force", "Show the version that is in force, and accept that.");

    /// <summary>Too long.</summary>
    public static ApiProblem TooLarge { get; } = new("too-large", 413, "The request is too large", "Send less at once.");

    /// <summary>Not JSON.</summary>
    public static ApiProblem NotJson { get; } = new("not-json", 415, "The request must be JSON", "Send it with `Content-Type: application/json`.");

    /// <summary>Too often.</summary>
    public static ApiProblem TooMany { get; } = new("too-many", 429, "Too many requests", "Wait as many seconds as `Retry-After` says.");

    /// <summary>Not now.</summary>
    public static ApiProblem NotWritten { get; } =
        new("not-written", 503, "Nothing can be written at the moment",
        "Nothing was changed. Send the same request again after as many seconds as `Retry-After` says.");

    /// <summary>Our fault.</summary>
    public static ApiProblem Fault { get; } = new("fault", 500, "Something went wrong", "The fault is ours. Try again; if it goes on, tell whoever looks after Lanyard the number.");

    /// <summary>All of them.</summary>
    public static ImmutableArray<ApiProblem> All { get; } =
    [
        NotSignedIn, ScopeMissing, NotAllowed, NotFound, MethodNotAllowed, Malformed, Refused, KeyReused, VersionNeeded,
            ChangedMeanwhile, NotInForce, AnswerLost, TooLarge, NotJson, TooMany, NotWritten, Fault,
    ];

    /// <summary>Makes every error below the interface's address a problem as it tells them, where a page would be shown elsewhere.</summary>
    internal static void UseApiProblems(this WebApplication app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase),
        api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = FaultAsync, AllowStatusCode404Response = true });
            api.UseStatusCodePages(pages => Of(pages.HttpContext.Response.StatusCode).ExecuteAsync(pages.HttpContext));
        });

    private static Task FaultAsync(HttpContext context)
    {
        switch (context.Features.Get<IExceptionHandlerFeature>()?.Error)
        {
            case BadHttpRequestException bad:
                return Of(bad.StatusCode).ExecuteAsync(context);
            case NotWrittenException problem:
                context.Response.Headers.RetryAfter = NotWrittenWords.RetryAfterSeconds;
                return new ProblemResult(NotWritten.Because(problem.Message).Answer).ExecuteAsync(context);
            default:
                return new ProblemResult(Fault.Because(Fault.Meaning).Answer with { Number = context.TraceIdentifier })
                    .ExecuteAsync(context);
        }
    }

    private static ProblemResult Of(int status)
    {
        var problem = All.FirstOrDefault(each => each.Status == status) ?? (status < Fault.Status ? Malformed : Fault);
        return new(problem.Because(problem.Meaning).Answer with { Status = status });
    }
}
