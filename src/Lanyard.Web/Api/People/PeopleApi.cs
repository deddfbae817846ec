using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Records.Storage;
using Lanyard.Web.Api.Calls;
using Lanyard.Web.Api.Description;
using Lanyard.Web.Api.Problems;
using Lanyard.Web.Api.Tokens;
using Lanyard.Web.Features.People;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Routing;

namespace Lanyard.Web.Api.People;

/// <summary>The people whom somebody looks after.</summary>
internal static class PeopleApi
{
    public static void MapPeople(this RouteGroupBuilder api)
    {
        var people = api.MapGroup("/people");
        people.MapGet("", ListAsync).Needs(ApiScopes.PeopleRead).Describe("listPeople", "People", "The people whom the token's person looks after, by name")
            .Takes("show", "`here` (the default), `left` or `all`").GivesPage<ApiPerson>();
        people.MapGet("/{id:guid}", GetAsync).Needs(ApiScopes.PeopleRead).Describe("getPerson", "People", "One person, with the version as ETag").Gives<ApiPerson>().Tells(ApiProblems.NotFound);
        people.MapPost("", AddAsync).Needs(ApiScopes.PeopleWrite).Describe("addPerson", "People", "Adds a person").Receives<ApiPersonBody>().Gives<ApiPerson>(StatusCodes.Status201Created).TakesKey();
        people.MapPut("/{id:guid}", ChangeAsync).Needs(ApiScopes.PeopleWrite).Describe("changePerson", "People", "Changes a person's details and roles: what is not sent is taken away. The external id stays.")
            .Receives<ApiPersonBody>().Gives<ApiPerson>().TakesVersion().Tells(ApiProblems.NotFound);
    }

    private static async Task<IResult> ListAsync(ApiCall call, RecordBook book, ApiPages pages, CancellationToken cancel)
    {
        var (limit, after, problem) = pages.Read(call);
        var show = call.Request.Query["show"].ToString();
        if (show is not ("" or "here" or "left" or "all"))
        {
            return ApiProblems.Malformed.Because("The parameters cannot be read.", [.. problem?.Answer.Errors?.SelectMany(field => field.Value.Select(text => (field.Key, text))) ?? [], ("show", "Ask for here, left or all")]);
        }

        var found = new List<(ApiPerson, RowPlace)>();
        for (var isMore = problem is null; isMore && found.Count <= limit;)
        {
            var part = await book.ListAsync<Person>(call.Who.At, cancel, show is "left" or "all" ? null : PersonRegister.HereTerm, after, ApiPages.Most);
            found.AddRange(part.Where(kept => call.Who.MayManage(kept.Value) && (show != "left" || kept.Value.Left is not null)).Select(kept => (ApiPerson.Of(kept.Value), kept.Place)));
            (isMore, after) = (part.Count == ApiPages.Most, part.Count > 0 ? part[^1].Place : after);
        }

        return problem ?? pages.Answer(call, found, limit);
    }

    private static async Task<IResult> GetAsync(ApiCall call, Guid id, RecordBook book, CancellationToken cancel) =>
        await FindAsync(call, id, book, cancel) is { } kept ? ApiAnswer.Object(ApiPerson.Of(kept.Value), kept.Version) : Missing();

    private static async Task<IResult> AddAsync(ApiCall call, RecordBook book, PeopleDesk desk, KeptAnswers kept, TimeProvider clock, CancellationToken cancel)
    {
        var (body, problem) = await call.ReadAsync<ApiPersonBody>(cancel);
        if (body is null)
        {
            return problem!; // one of the two is there
        }

        return await kept.OnceAsync(call, async keep =>
        {
            var id = new PersonId(Guid.CreateVersion7(clock.GetUtcNow()));
            var (details, roles, errors) = await ReadAsync(call, body, book, desk, before: null, cancel);
            return errors.Count > 0
                ? Refused(errors)
                : await WriteAsync(call, desk, id, PeopleRead.Beside(id, details), others => PersonCase.Join(id, details, [.. roles], others), [], keep, cancel);
        }, cancel);
    }

    private static async Task<IResult> ChangeAsync(ApiCall call, Guid id, RecordBook book, PeopleDesk desk, Visit visit, CancellationToken cancel)
    {
        if (await FindAsync(call, id, book, cancel) is not { Value: var person } kept)
        {
            return Missing();
        }

        if (call.Request.Headers.IfMatch.ToString() is not { Length: > 0 } version)
        {
            return ApiProblems.VersionNeeded.Because("Send the ETag of the person as you read it as `If-Match`.");
        }

        if (version != ApiAnswer.Tag(kept.Version))
        {
            return Changed();
        }

        var (body, problem) = await call.ReadAsync<ApiPersonBody>(cancel);
        if (body is null)
        {
            return problem!; // one of the two is there
        }

        var (details, roles, errors) = await ReadAsync(call, body, book, desk, person.Details, cancel);
        return errors.Count > 0
            ? Refused(errors)
            : await WriteAsync(
                call, desk, person.Id, PeopleRead.Beside(person.Id, details), others => PersonCase.Change(person, details, [.. roles], others, ManagedPeople.Rules(visit.Today)),
                new() { [$"person/{person.Id}"] = kept.Version }, (_, _) => Task.CompletedTask, cancel);
    }

    private static async Task<IResult> WriteAsync(
        ApiCall call,
        PeopleDesk desk,
        PersonId id,
        Func<IRecordReader, CancellationToken, Task<PeopleRead>> read,
        Func<IReadOnlyCollection<Person>, Workflows.Outcome> decide,
        Dictionary<string, long> expected,
        Func<IRecordTransaction, ApiAnswer, Task> keep,
        CancellationToken cancel)
    {
        ApiAnswer? answer = null;
        var outcome = await desk.WriteAsync(call.Who, read, decide, expected, cancel, async transaction =>
        {
            var row = await transaction.FindAsync("person", $"person/{id}", cancel) ?? throw new InvalidOperationException($"Person {id} was written and is not there.");
            answer = ApiAnswer.Object(ApiPerson.Of(System.Text.Json.JsonSerializer.Deserialize<Person>(row.Body, EventKinds.Json)!), row.Version); // a row is never the word null
            answer = expected.Count > 0 ? answer : answer with { Status = StatusCodes.Status201Created, Location = $"/api/v1/people/{id}" };
            await keep(transaction, answer);
        });
        return outcome is null ? Changed()
            : outcome.IsRefused ? Refused([.. outcome.Refusals.Select(refusal => (ApiPersonBody.Field(refusal.Field), refusal.Text))])
            : answer!; // it was written
    }

    private static async Task<(PersonDetails Details, IReadOnlyList<RoleHeld> Roles, List<(string Field, string Text)> Errors)> ReadAsync(
        ApiCall call, ApiPersonBody body, RecordBook book, PeopleDesk desk, PersonDetails? before,
            CancellationToken cancel)
    {
        var schools = (await book.ListAsync<Workflows.Organisations.School>(call.Who.At, cancel)).Select(kept => kept.Value);
        var (details, roles, found) = body.Read(call.Who, schools, before);
        List<(string Field, string Text)> errors = [.. found];
        if (await desk.IsTakenElsewhereAsync(call.Who, details.Email))
        {
            errors.Add(("email", "Somebody else has this email address"));
        }

        if (errors.Count > 0) // then those of the rules too, so that all of them are told at once
        {
            var others = (await PeopleRead.Beside(default, details with { Email = null, Upn = null })(book.Store.Read(call.Who.At), cancel)).People;
            errors.AddRange(PersonCase.Join(default, details, [.. roles], others).Refusals.Select(refusal => (ApiPersonBody.Field(refusal.Field), refusal.Text))
                .Where(refusal => errors.TrueForAll(error => !error.Field.StartsWith("roles", StringComparison.Ordinal) || !refusal.Item1.StartsWith("roles", StringComparison.Ordinal))));
        }

        return (details, roles, errors);
    }

    private static async Task<Kept<Person>?> FindAsync(ApiCall call, Guid id, RecordBook book, CancellationToken cancel) =>
        await book.FindAsync<Person>(call.Who.At, $"person/{new PersonId(id)}", cancel) is { } kept && call.Who.MayManage(kept.Value) ? kept : null;

    private static ProblemResult Missing() => ApiProblems.NotFound.Because("There is no person of this id whom the token's person looks after.");

    private static ProblemResult Changed() => ApiProblems.ChangedMeanwhile.Because("The person was changed since you read them.");

    private static ProblemResult Refused(IReadOnlyCollection<(string Field, string Text)> errors) => ApiProblems.Refused.Because("Nothing was changed.", errors);
}
