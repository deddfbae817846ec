using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lanyard.Decisions.Situations;
using Lanyard.Decisions.Writing;
using Lanyard.Domain.Policies;
using Lanyard.Domain.Situations;
using Lanyard.Web.Api.Calls;
using Lanyard.Web.Api.Description;
using Lanyard.Web.Api.Problems;
using Lanyard.Web.Api.Tokens;
using Lanyard.Web.Features.Ask;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Routing;

namespace Lanyard.Web.Api.Asking;

/// <summary>Asks the policies in force.</summary>
internal static class AskApi
{
    private const int LongestQuestion = 1000;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapAsk(this RouteGroupBuilder api) =>
        api.MapPost("/ask", AskAsync).Needs(ApiScopes.Ask).Describe("ask", "Ask", "What the policies in force say. The situation and the verdict are kept in the record, the words of a question never.")
            .Receives<ApiQuestion>().Gives<ApiAskAnswer>().TakesKey();

    private static async Task<IResult> AskAsync(ApiCall call, PolicyShelf shelf, AnswerBook answers, KeptAnswers kept, Visit visit, CancellationToken cancel)
    {
        var (question, problem) = await call.ReadAsync<ApiQuestion>(cancel);
        if (question is null)
        {
            return problem!; // one of the two is there
        }

        return await kept.OnceAsync(call, async keep =>
        {
            var policies = await shelf.InForceAsync(call.Who.At, visit.Today, file => call.Who.IsOf(file.School) && IsAsked(question, file), cancel);
            if (policies.Count == 0)
            {
                return ApiProblems.Refused.Because("No policy answers.", [("policy", "No policy of the token's person is in force under this id")]);
            }

            var (situation, notUnderstood, errors) = Read(call.Who, question, policies[0].Text, visit.Today);
            if (situation is null)
            {
                return ApiProblems.Refused.Because("Nothing was asked.", errors);
            }

            List<PolicyAnswer> given = [.. policies.Select(policy => Answer(policy.File, policy.Text, situation)).OrderByDescending(answer => answer.Decision.Verdict)];
            var answer = new ApiAnswer(StatusCodes.Status200OK, Json(given, notUnderstood));
            await answers.KeepAsync(call.Who.At, question.Anonymous ? null : call.Who, given, cancel, transaction => keep(transaction, answer));
            return answer;
        }, cancel);
    }

    private static bool IsAsked(ApiQuestion question, PolicyFile file) => question.Policy is not { } id || (Guid.TryParse(id, out var asked) && file.Id == new PolicyId(asked));

    private static PolicyAnswer Answer(PolicyFile file, CompiledText text, Situation situation) =>
        new(file, text, text.Decider!.Decide(Situation.From(text.Policy!.Lexicon, situation.Values)), School: null); // only compiled texts are in force; every policy speaks the one vocabulary

    private static (Situation? Situation, IReadOnlyList<string> NotUnderstood, IReadOnlyList<(string, string)> Errors) Read(Who who, ApiQuestion question, CompiledText text, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(question.Question) == question.Situation is null)
        {
            return (null, [], [("", "Send either a question or a situation")]);
        }

        if (question.Situation is { } told)
        {
            var read = SituationJson.Read(text.Policy!, told.GetRawText(), today); // as above
            return (read.Situation, [], [.. read.Problems.Select(problem => ("situation", $"{problem.Message}. {problem.Help}"))]);
        }

        var lexicon = text.Policy!.Lexicon; // as above
        var role = question.As ?? (who.Person.Roles.IsEmpty ? null : who.Person.Roles[0].Role);
        var actor = role is null ? null : lexicon.FindConcept(lexicon.Actor, role);
        List<(string, string)> errors = [];
        if (question.As is not null && actor is null)
        {
            errors.Add(("as", "Name a role of the vocabulary"));
        }

        if (question.Question!.Length > LongestQuestion) // it is there: one of the two is
        {
            errors.Add(("question", $"Ask in {LongestQuestion} characters or fewer"));
            return (null, [], errors);
        }

        var understood = text.Listener!.Understand(question.Question, actor); // as above
        if (understood.Understood is null)
        {
            errors.Add(("question", "Lanyard did not understand what is to be done. Name it, such as \"message\", \"post\", \"follow\" or \"accept a request\""));
        }

        return (errors.Count == 0 ? understood.Situation : null, understood.NotUnderstood, errors);
    }

    private static string Json(IReadOnlyList<PolicyAnswer> given, IEnumerable<string> notUnderstood)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            WriteFields(json, given[0]);
            json.Strings("notUnderstood", notUnderstood);
            json.Array("others", given.Skip(1), answer =>
            {
                json.WriteStartObject();
                WriteFields(json, answer);
                json.WriteEndObject();
            });
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void WriteFields(Utf8JsonWriter json, PolicyAnswer answer)
    {
        DecisionJson.WriteFields(json, answer.Text.Policy!, answer.Decision); // as above
        json.WriteString("policyId", answer.File.Id.ToString());
        json.WriteString("title", answer.File.Title);
    }
}
