using System.Text.Json;

namespace Lanyard.Web.Api.Asking;

/// <summary>The strictest answer, which holds, with those of the other policies.</summary>
internal sealed record ApiAskAnswer(
    string Verdict, IReadOnlyList<string> Clauses, IReadOnlyList<string> Possible, string Understood, JsonElement Situation,
    IReadOnlyList<ApiDecision.Reason> Because, IReadOnlyList<ApiDecision.Condition> Conditions, IReadOnlyList<ApiDecision.Duty> Duties,
    IReadOnlyList<ApiDecision.Notice> Procedures, IReadOnlyList<ApiDecision.Notice> Due, IReadOnlyList<ApiDecision.Notice> Advice,
    IReadOnlyList<ApiDecision.Conflict> Conflicts, IReadOnlyList<ApiDecision.Change> Changes, IReadOnlyList<ApiDecision.Need> Needs,
    ApiDecision.Reach Scope, string Policy, string PolicyId, string Title, IReadOnlyList<string> NotUnderstood,
        IReadOnlyList<string> Tell,
    ApiAskAnswer.Harm? Worry, IReadOnlyList<string> Confirm, string? Question, IReadOnlyList<ApiDecision> Others)
    : ApiDecision(Verdict, Clauses, Possible, Understood, Situation, Because, Conditions, Duties, Procedures, Due,
        Advice, Conflicts, Changes, Needs, Scope, Policy, PolicyId, Title)
{
    /// <summary>Harm, or the fear of it, that the words tell of.</summary>
    internal sealed record Harm(IReadOnlyList<string> Kinds, IReadOnlyList<string> Tell, string Text);
}
