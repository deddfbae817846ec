using System.Text.Json;
using Lanyard.Records;
using Lanyard.Records.Storage;
using Lanyard.Web.Api.Calls;
using Lanyard.Web.Api.Description;
using Lanyard.Web.Api.Policies;
using Lanyard.Web.Api.Problems;
using Lanyard.Web.Api.Tokens;
using Lanyard.Web.Features.Acceptances;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Acceptances;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Routing;

namespace Lanyard.Web.Api.Acceptances;

/// <summary>Who accepted what.</summary>
internal static class AcceptancesApi
{
    public static void MapAcceptances(this RouteGroupBuilder api)
    {
        api.MapGet("/acceptances", ListAsync).Needs(ApiScopes.AcceptancesRead).Describe("listAcceptances", "Acceptances", "Everybody who is asked to accept the version in force of a policy, by name, with when they did")
            .Takes("policy", "The policy's id", isNeeded: true).GivesPage<ApiAcceptance>().Tells(ApiProblems.NotFound);
        api.MapPost("/policies/{id:guid}/acceptance", AcceptAsync).Needs(ApiScopes.AcceptancesWrite).Describe("acceptPolicy", "Acceptances", "Accepts the version in force, in the name of the token's person")
            .Receives<ApiAcceptanceBody>().Gives<ApiAcceptance>().TakesKey().Tells(ApiProblems.NotFound).Tells(ApiProblems.NotInForce);
    }

    private static async Task<IResult> ListAsync(ApiCall call, RecordBook book, PolicyShelf shelf, AcceptanceList acceptances, Visit visit, ApiPages pages, CancellationToken cancel)
    {
        if (!Guid.TryParse(call.Request.Query["policy"], out var id))
        {
            return ApiProblems.Malformed.Because("The parameters cannot be read.", [("policy", "Give the id of a policy")]);
        }

        if (await book.FindVisibleAsync(call.Who, id, cancel) is not { } file || !call.Who.May(Permission.SeeEvidence, file.School) || file.InForceOn(visit.Today) is not { } version)
        {
            return PoliciesApi.Missing();
        }

        var text = await shelf.GetAsync(call.Who.At, version.Hash, cancel);
        var found = await acceptances.OfAsync(call.Who.At, file, version, text, visit.Today, cancel);
        return pages.Answer(call, found.Select(line => (
            new ApiAcceptance(line.Person.Id.ToString(), line.Person.Name, file.Id.ToString(), version.Hash, line.At), new RowPlace(line.Person.Name.ToUpperInvariant(), line.Person.Id.ToString()))));
    }

    private static async Task<IResult> AcceptAsync(ApiCall call, Guid id, RecordBook book, PolicyShelf shelf, KeptAnswers kept, Visit visit, CancellationToken cancel)
    {
        if (await book.FindVisibleAsync(call.Who, id, cancel) is not { } file || file.InForceOn(visit.Today) is not { } version)
        {
            return PoliciesApi.Missing();
        }

        var (body, problem) = await call.ReadAsync<ApiAcceptanceBody>(cancel);
        if (body is null)
        {
            return problem!; // one of the two is there
        }

        return await kept.OnceAsync(call, async keep =>
            string.IsNullOrEmpty(body.Hash) ? ApiProblems.Refused.Because("Nothing was accepted.", [("hash", "Name the version by its hash")])
            : body.Hash != version.Hash ? ApiProblems.NotInForce.Because($"The version in force is {version.Hash}.")
            : await WriteAsync(call, file, version, AcceptanceList.ClauseFor(call.Who.Person, file, await shelf.GetAsync(call.Who.At, version.Hash, cancel)), book, keep, cancel), cancel);
    }

    // Accepted twice, the first time counts.
    private static async Task<ApiAnswer> WriteAsync(ApiCall call, PolicyFile file, PolicyVersionInForce version, string? clause, RecordBook book, Func<IRecordTransaction, ApiAnswer, Task> keep, CancellationToken cancel)
    {
        ApiAnswer? answer = null;
        var key = AcceptanceRegister.Key(call.Who.Id, file.Id, version.Hash);
        var isThere = await book.FindAsync<Acceptance>(call.Who.At, key, cancel) is not null;
        await book.WriteAsync(call.Who.At, new(call.Who.Id), isThere ? [] : [new PolicyAccepted(call.Who.Id, file.Id, version.Hash, clause)], new Dictionary<string, long>(), cancel, async transaction =>
        {
            var row = await transaction.FindAsync("acceptance", key, cancel) ?? throw new InvalidOperationException($"The acceptance {key} was written and is not there.");
            var accepted = JsonSerializer.Deserialize<Acceptance>(row.Body, EventKinds.Json)!; // a row is never the word null
            answer = ApiAnswer.Object(new ApiAcceptance(call.Who.Id.ToString(), call.Who.Person.Name, file.Id.ToString(), version.Hash, accepted.At), row.Version);
            await keep(transaction, answer);
        });
        return answer!; // it was written
    }
}
