using Lanyard.Decisions.Scenarios;

namespace Lanyard.Web.Features.Policies.EditDraft;

/// <summary>What a text comes to.</summary>
/// <param name="Summary">In a sentence.</param>
/// <param name="Errors">What must be put right before it can go further.</param>
/// <param name="Failures">The examples that come out otherwise than the text says, which must be put right too.</param>
/// <param name="Findings">What should be put right.</param>
/// <param name="Clauses">What each clause has become, and what it lacks.</param>
/// <param name="Changes">What would change against the version in force.</param>
/// <param name="Replayed">The recorded answers that would now be different.</param>
public sealed record DraftCheck(
    string Summary,
    IReadOnlyList<DraftProblem> Errors,
    IReadOnlyList<DraftProblem> Failures,
    IReadOnlyList<DraftProblem> Findings,
    IReadOnlyList<ClauseCoverage> Clauses,
    ChangeList Changes,
    IReadOnlyList<string> Replayed);
