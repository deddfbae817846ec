using System.Collections.Immutable;

namespace Lanyard.Policy.Analysis;

/// <summary>What is at odds within a policy, exactly.</summary>
/// <param name="Conflicts">Statements that demand opposite things of one situation.</param>
/// <param name="Idle">Statements that change nothing.</param>
public sealed record ConflictReport(ImmutableArray<PolicyConflict> Conflicts, ImmutableArray<IdleStatement> Idle);
