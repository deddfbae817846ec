using System.Collections.Immutable;

namespace Lanyard.Policy.Binding.Statements;

/// <summary>The documents that belong to the policy.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Titles">Their titles.</param>
public sealed record ReadWith(StatementSource Source, ImmutableArray<string> Titles) : Governance(Source);
