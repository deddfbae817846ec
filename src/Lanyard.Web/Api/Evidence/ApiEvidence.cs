using Lanyard.Web.Features.Evidence;
using Lanyard.Workflows.Evidence;

namespace Lanyard.Web.Api.Evidence;

/// <summary>What bears a policy out, clause by clause.</summary>
internal sealed record ApiEvidence(string Policy, string Title, string Hash, DateOnly Day, IReadOnlyList<ApiEvidence.Clause> Clauses)
{
    public static ApiEvidence Of(PolicyToday policy, DateOnly day) => new(
        policy.File.Id.ToString(), policy.File.Title, policy.Version!.Hash, day, // asked for those with one only
        [.. policy.Clauses.Select(clause => new Clause(clause.Id, clause.Heading, clause.State, clause.Gaps, [.. clause.Statements.Select(Of)]))]);

    private static Statement Of(StatementEvidence statement) =>
        new(statement.Id, statement.Kind, statement.Text, statement.Scenarios, statement.ActedOnBy, statement.State, statement.Lines, statement.Last);

    /// <summary>What bears a clause out.</summary>
    internal sealed record Clause(string Id, string Heading, EvidenceState State, IReadOnlyList<string> Gaps, IReadOnlyList<Statement> Statements);

    /// <summary>What bears a statement out.</summary>
    internal sealed record Statement(string Id, string Kind, string Text, int Scenarios, string ActedOnBy, EvidenceState State, IReadOnlyList<string> Lines, DateOnly? Last);
}
