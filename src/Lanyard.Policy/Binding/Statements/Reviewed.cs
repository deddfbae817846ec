using System.Collections.Immutable;

namespace Lanyard.Policy.Binding.Statements;

/// <summary>How often the policy is reviewed, by whom, and who is consulted.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Every">How often.</param>
/// <param name="By">Which body does it; <see langword="null"/> if the policy does not say.</param>
/// <param name="Consulting">Whom it consults.</param>
public sealed record Reviewed(StatementSource Source, Period Every, string? By, ImmutableArray<string> Consulting) : Governance(Source);
