using System.Globalization;
using Lanyard.Domain.Policies;
using Lanyard.Records;
using Lanyard.Records.Storage;
using Lanyard.Web.Api.Calls;
using Lanyard.Web.Api.Description;
using Lanyard.Web.Api.Policies;
using Lanyard.Web.Api.Problems;
using Lanyard.Web.Api.Tokens;
using Lanyard.Web.Features.Evidence;
using Lanyard.Web.Infrastructure;
using Microsoft.AspNetCore.Routing;

namespace Lanyard.Web.Api.Evidence;

/// <summary>The evidence, and the record that it rests on.</summary>
internal static class EvidenceApi
{
    private const string After = "after";

    public static void MapEvidence(this RouteGroupBuilder api)
    {
        api.MapGet("/evidence/{policy:guid}", GetAsync).Needs(ApiScopes.EvidenceRead).Describe("getEvidence", "Evidence", "The evidence of the version in force of a policy, clause by clause").Gives<ApiEvidence>().Tells(ApiProblems.NotFound);
        api.MapGet("/record", RecordAsync).Needs(ApiScopes.EvidenceRead).Describe("listRecord", "Evidence", "The entries of the organisation's record in order, without what they hold. For whoever may see the evidence of the whole organisation.")
            .Takes(After, "The sequence after which to begin; 0 for the first entry").GivesPage<ApiEntry>();
    }

    private static async Task<IResult> GetAsync(ApiCall call, Guid policy, EvidenceReader reader, Visit visit, CancellationToken cancel) =>
        (await reader.TodayAsync(call.Who.At, visit.Today, cancel)).InForceFor(call.Who).FirstOrDefault(each => each.File.Id == new PolicyId(policy)) is { } found ? ApiAnswer.Object(ApiEvidence.Of(found, visit.Today)) : PoliciesApi.Missing();

    private static async Task<IResult> RecordAsync(ApiCall call, RecordBook book, ApiPages pages, CancellationToken cancel)
    {
        if (!call.Who.May(Permission.SeeEvidence))
        {
            return ApiProblems.NotAllowed.Because("The record is that of the whole organisation.");
        }

        var (limit, place, problem) = pages.Read(call);
        var from = 0L;
        if (call.Request.Query.TryGetValue(After, out var after) && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out from))
        {
            return ApiProblems.Malformed.Because("The parameters cannot be read.", [.. problem?.Answer.Errors?.SelectMany(field => field.Value.Select(text => (field.Key, text))) ?? [], (After, "Give a number")]);
        }

        if (problem is not null)
        {
            return problem;
        }

        from = place is null ? from : long.Parse(place.Key, CultureInfo.InvariantCulture); // we wrote it
        var found = new List<(ApiEntry, RowPlace)>();
        await foreach (var entry in book.Store.Read(call.Who.At).EntriesAsync(Math.Min(from, long.MaxValue - 1) + 1, cancel))
        {
            found.Add((new(entry.Sequence, entry.Kind, entry.Subject, entry.At, entry.RecordedAt, entry.Hash, entry.Previous), new("", entry.Sequence.ToString(CultureInfo.InvariantCulture))));
            if (found.Count > limit)
            {
                break;
            }
        }

        return pages.Answer(call, found, limit);
    }
}
