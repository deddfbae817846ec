using Lanyard.Decisions.Situations;
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

            var heard = Read(call.Who, question, policies[0].Text, visit.Today);
            if (heard.Situation is not { } situation)
            {
                return ApiProblems.Refused.Because("Nothing was asked.", heard.Errors);
            }

            List<PolicyAnswer> given = [.. policies.Select(policy => Answer(policy.File, policy.Text, situation)).OrderByDescending(answer => answer.Decision.Verdict)];
            var answer = new ApiAnswer(StatusCodes.Status200OK, ApiAnswerJson.Of(given, heard));
            if (!heard.IsOnlyWorry && heard.Doubts.IsEmpty)
            {
                var who = IsAnonymous(call.Who, question) ? null : call.Who;
                await answers.KeepAsync(call.Who.At, who, given, cancel, transaction => keep(transaction, answer));
            }

            return answer;
        }, cancel);
    }

    // A child's name is kept only if the child says so.
    private static bool IsAnonymous(Who who, ApiQuestion question) =>
        question.Anonymous ?? who.Person.Roles.Any(held => Roles.IsA(held.Role, "young person"));

    private static bool IsAsked(ApiQuestion question, PolicyFile file) => question.Policy is not { } id || (Guid.TryParse(id, out var asked) && file.Id == new PolicyId(asked));

    private static PolicyAnswer Answer(PolicyFile file, CompiledText text, Situation situation) =>
        // only compiled texts are in force; every policy speaks the one vocabulary
        new(file, text, text.Decider!.Decide(situation.In(text.Policy!.Lexicon)), School: null);

    private static HeardByApi Read(Who who, ApiQuestion question, CompiledText text, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(question.Question) == question.Situation is null)
        {
            return HeardByApi.Refused("", "Send either a question or a situation");
        }

        if (question.Situation is { } told)
        {
            var read = SituationJson.Read(text.Policy!, told.GetRawText(), today); // only compiled texts are in force
            return new(read.Situation,
                [.. read.Problems.Select(problem => ("situation", $"{problem.Message}. {problem.Help}"))]);
        }

        return question.Question!.Length > AskDesk.LongestQuestion // it is there: one of the two is
            ? HeardByApi.Refused("question", $"Ask in {AskDesk.LongestQuestion} characters or fewer")
            : Hear(who, question, text);
    }

    private static HeardByApi Hear(Who who, ApiQuestion question, CompiledText text)
    {
        var lexicon = text.Policy!.Lexicon; // as above
        var role = question.As ?? (who.Person.Roles.IsEmpty ? null : who.Person.Roles[0].Role);
        var actor = role is null ? null : lexicon.FindConcept(lexicon.Actor, role);
        if (question.As is not null && actor is null)
        {
            return HeardByApi.Refused("as", "Name a role of the vocabulary");
        }

        var heard = text.Listener!.Understand(question.Question!, actor); // as above
        return HeardByApi.Of(heard, isYoung: role is null || Roles.IsA(role, "young person"), question.Confirmed);
    }
}
