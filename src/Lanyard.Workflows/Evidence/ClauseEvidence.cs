using System.Collections.Immutable;

namespace Lanyard.Workflows.Evidence;

/// <summary>What bears a clause out.</summary>
/// <param name="Id">The clause.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Statements">Its statements.</param>
/// <param name="Gaps">What the text itself lacks: a statement, or an example.</param>
public sealed record ClauseEvidence(string Id, string Heading, ImmutableArray<StatementEvidence> Statements, ImmutableArray<string> Gaps)
{
    /// <summary>The state of the clause: a gap anywhere is a gap.</summary>
    public EvidenceState State =>
        !Gaps.IsEmpty || Statements.Any(statement => statement.State == EvidenceState.Gap) ? EvidenceState.Gap
        : Statements.Any(statement => statement.State == EvidenceState.Shown) ? EvidenceState.Shown
        : Statements.Any(statement => statement.State == EvidenceState.Asked) ? EvidenceState.Asked
        : EvidenceState.Ready;

    /// <summary>The same with other answers.</summary>
    public ClauseEvidence With(AnswerTally answers) => this with { Statements = [.. Statements.Select(statement => statement.Answers is null ? statement : statement with { Answers = answers.Of(statement.Mark) })] };
}
