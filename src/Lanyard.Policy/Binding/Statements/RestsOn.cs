using System.Collections.Immutable;

namespace Lanyard.Policy.Binding.Statements;

/// <summary>The law and guidance that the policy rests on.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Titles">Their titles.</param>
public sealed record RestsOn(StatementSource Source, ImmutableArray<string> Titles) : Governance(Source);
