using Lanyard.Workflows.Evidence;

namespace Lanyard.Web.Features.Evidence;

/// <summary>Clauses to show.</summary>
/// <param name="Clauses">The clauses.</param>
/// <param name="Prefix">What their names within the page begin with.</param>
/// <param name="IsOpen">Whether every statement is in view, as on paper.</param>
public sealed record ClauseList(IReadOnlyList<ClauseEvidence> Clauses, string Prefix, bool IsOpen = false);
