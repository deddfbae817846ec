using System.Collections.Immutable;

namespace Lanyard.Workflows.Evidence;

/// <summary>What was found about a statement.</summary>
/// <param name="State">How well it is borne out.</param>
/// <param name="Lines">What was found, or what is missing.</param>
/// <param name="Last">The day of the newest evidence, if there is any.</param>
public sealed record Standing(EvidenceState State, ImmutableArray<string> Lines, DateOnly? Last = null);
