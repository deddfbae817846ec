using Lanyard.Web.Api.Calls;
using Lanyard.Web.Api.Problems;
using Lanyard.Web.Api.Tokens;

namespace Lanyard.Web.Api.Description;

/// <summary>What an endpoint says of itself, from which it is guarded and described.</summary>
internal static class Endpoints
{
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder endpoint, ApiScope? scope) =>
        (scope is null ? endpoint : endpoint.Tells(ApiProblems.ScopeMissing)).WithMetadata(new NeedsScope(scope)).Tells(ApiProblems.NotSignedIn).Tells(ApiProblems.TooMany);

    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string name, string area, string summary) => endpoint.WithName(name).WithTags(area).WithSummary(summary);

    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, string parameter, string description, bool isNeeded = false) =>
        endpoint.WithMetadata(new Parameter(parameter, description, isNeeded, IsHeader: false)).Tells(ApiProblems.Malformed);

    public static RouteHandlerBuilder Receives<TBody>(this RouteHandlerBuilder endpoint)
        where TBody : notnull =>
        endpoint.Accepts<TBody>("application/json").Tells(ApiProblems.Malformed).Tells(ApiProblems.Refused).Tells(ApiProblems.NotJson).Tells(ApiProblems.TooLarge);

    public static RouteHandlerBuilder Gives<TValue>(this RouteHandlerBuilder endpoint, int status = StatusCodes.Status200OK) => endpoint.Produces<TValue>(status, "application/json");

    public static RouteHandlerBuilder GivesPage<TItem>(this RouteHandlerBuilder endpoint) =>
        endpoint.Takes("limit", $"How many items at the most: 1 to {ApiPages.Most}, {ApiPages.Default} where nothing is asked").Takes("cursor", "Where to go on, from `next` of the part before").Gives<ApiPage<TItem>>();

    public static RouteHandlerBuilder TakesKey(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new Parameter(KeptAnswers.Header, "A text of yours that names this request. Sent again within 24 hours with the same content, it gets the same answer, and nothing is done twice.", IsNeeded: false, IsHeader: true)).Tells(ApiProblems.AnswerLost);

    public static RouteHandlerBuilder TakesVersion(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new Parameter("If-Match", "The ETag of the object as you read it", IsNeeded: true, IsHeader: true)).Tells(ApiProblems.VersionNeeded).Tells(ApiProblems.ChangedMeanwhile);

    public static RouteHandlerBuilder Tells(this RouteHandlerBuilder endpoint, ApiProblem problem) =>
        endpoint.Produces<ApiProblemAnswer>(problem.Status, ProblemResult.MediaType);
}
