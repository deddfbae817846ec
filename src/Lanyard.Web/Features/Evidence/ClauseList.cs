using Lanyard.Workflows.Evidence;

namespace Lanyard.Web.Features.Evidence;

/// <summary>Clauses to show, with what their names within the page begin with.</summary>
public sealed record ClauseList(IReadOnlyList<ClauseEvidence> Clauses, string Prefix);
