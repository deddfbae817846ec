using System.Text.Json;

namespace Lanyard.Web.Api.Asking;

/// <summary>An answer, with the fields that the command line gives it, and whose it is. It describes what <see cref="Lanyard.Decisions.Writing.DecisionJson"/> writes.</summary>
internal record ApiDecision(
    string Verdict, IReadOnlyList<string> Clauses, IReadOnlyList<string> Possible, string Understood, JsonElement Situation,
    IReadOnlyList<ApiDecision.Reason> Because, IReadOnlyList<ApiDecision.Condition> Conditions, IReadOnlyList<ApiDecision.Duty> Duties,
    IReadOnlyList<ApiDecision.Notice> Procedures, IReadOnlyList<ApiDecision.Notice> Due, IReadOnlyList<ApiDecision.Notice> Advice,
    IReadOnlyList<ApiDecision.Conflict> Conflicts, IReadOnlyList<ApiDecision.Change> Changes, IReadOnlyList<ApiDecision.Need> Needs,
    ApiDecision.Reach Scope, string Policy, string PolicyId, string Title)
{
    /// <summary>A statement that bears on the verdict.</summary>
    internal sealed record Reason(string Clause, string Statement, string Text, string Verdict, string Part);

    /// <summary>What must be met first.</summary>
    internal sealed record Condition(string Clause, IReadOnlyList<string> Permissions, string Text);

    /// <summary>What must be done.</summary>
    internal sealed record Duty(string Clause, string Statement, string Holder, string Action, IReadOnlyList<string> To,
        bool Every, string? Deadline, bool Certain, bool Advised, string Text);

    /// <summary>What to know.</summary>
    internal sealed record Notice(string Clause, string Statement, string Text);

    /// <summary>Two statements of which the stricter held.</summary>
    internal sealed record Conflict(string Stricter, string Other, string StricterStatement, string OtherStatement);

    /// <summary>What would change the verdict.</summary>
    internal sealed record Change(string Verdict, string Text, IReadOnlyList<string> Clauses, IReadOnlyList<string> Facets);

    /// <summary>What is not known and matters.</summary>
    internal sealed record Need(string Facet, string Question, IReadOnlyList<string> Choices);

    /// <summary>Whether the policy reaches the situation.</summary>
    internal sealed record Reach(bool? In, string? Clause);
}
