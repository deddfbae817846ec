using Lanyard.Records;
using Lanyard.Records.Storage;
using Lanyard.Web.Api.Calls;
using Lanyard.Web.Api.Description;
using Lanyard.Web.Api.Problems;
using Lanyard.Web.Api.Tokens;
using Lanyard.Web.Features.Policies;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Routing;

namespace Lanyard.Web.Api.Policies;

/// <summary>The policies, their texts and their versions.</summary>
internal static class PoliciesApi
{
    public static void MapPolicies(this RouteGroupBuilder api)
    {
        var policies = api.MapGroup("/policies");
        policies.MapGet("", ListAsync).Needs(ApiScopes.PoliciesRead).Describe("listPolicies", "Policies", "The policies that the token's person sees").GivesPage<ApiPolicy>();
        policies.MapGet("/{id:guid}", GetAsync).Needs(ApiScopes.PoliciesRead).Describe("getPolicy", "Policies", "One policy").Gives<ApiPolicy>().Tells(ApiProblems.NotFound);
        policies.MapGet("/{id:guid}/text", TextAsync).Needs(ApiScopes.PoliciesRead).Describe("getPolicyText", "Policies", "The text in force, or that of another version")
            .Takes("version", "The hash of a version; the one in force where none is named").Gives<ApiPolicyText>().Tells(ApiProblems.NotFound);
        policies.MapGet("/{id:guid}/versions", VersionsAsync).Needs(ApiScopes.PoliciesRead).Describe("listPolicyVersions", "Policies", "The versions of a policy, oldest first")
            .GivesPage<ApiVersion>().Tells(ApiProblems.NotFound);
    }

    /// <summary>That there is no such policy.</summary>
    public static ProblemResult Missing() => ApiProblems.NotFound.Because("There is no policy of this id that the token's person sees.");

    private static async Task<IResult> ListAsync(ApiCall call, RecordBook book, PolicyShelf shelf, Visit visit, ApiPages pages, CancellationToken cancel)
    {
        var found = new List<(ApiPolicy, RowPlace)>();
        foreach (var kept in (await book.ListAsync<PolicyFile>(call.Who.At, cancel)).Where(kept => call.Who.MaySee(kept.Value)))
        {
            found.Add((await OfAsync(call.Who, kept.Value, shelf, visit.Today, cancel), kept.Place));
        }

        return pages.Answer(call, found);
    }

    private static async Task<IResult> GetAsync(ApiCall call, Guid id, RecordBook book, PolicyShelf shelf, Visit visit, CancellationToken cancel) =>
        await book.FindVisibleAsync(call.Who, id, cancel) is { } file ? ApiAnswer.Object(await OfAsync(call.Who, file, shelf, visit.Today, cancel)) : Missing();

    private static async Task<IResult> TextAsync(ApiCall call, Guid id, RecordBook book, PolicyShelf shelf, Visit visit, CancellationToken cancel)
    {
        if (await book.FindVisibleAsync(call.Who, id, cancel) is not { } file)
        {
            return Missing();
        }

        var version = call.Request.Query.TryGetValue("version", out var hash) ? file.Versions.LastOrDefault(each => each.Hash == hash) : file.InForceOn(visit.Today);
        return version is null
            ? ApiProblems.NotFound.Because("The policy has no such version, or none that is in force.")
            : ApiAnswer.Object(new ApiPolicyText(file.Id.ToString(), version.Hash, version.From, (await shelf.GetAsync(call.Who.At, version.Hash, cancel)).Text));
    }

    private static async Task<IResult> VersionsAsync(ApiCall call, Guid id, RecordBook book, ApiPages pages, CancellationToken cancel) =>
        await book.FindVisibleAsync(call.Who, id, cancel) is { } file
            ? pages.Answer(call, file.Versions.Select((version, at) => (ApiVersion.Of(version)!, new RowPlace($"{at:D8}", version.Hash)))) // there is a version
            : Missing();

    private static async Task<ApiPolicy> OfAsync(Who who, PolicyFile file, PolicyShelf shelf, DateOnly today, CancellationToken cancel)
    {
        var version = file.InForceOn(today);
        var policy = version is null ? null : (await shelf.GetAsync(who.At, version.Hash, cancel)).Policy;
        var draft = file.Draft is { } known && (known.Consultation is { IsOpen: true } || who.May(Permission.ManagePolicies, file.School)) ? known : null;
        return new(
            file.Id.ToString(), file.Title, file.School?.ToString(), ApiVersion.Of(version), ApiVersion.Of(file.UpcomingAfter(today)), draft?.Stage.InWords(),
            policy is null ? null : ReviewCalendar.Of(file, version!, policy)?.Due); // a policy has a version
    }
}
