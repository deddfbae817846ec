namespace Lanyard.Policy.Binding.Statements;

/// <summary>Which platforms the policy covers.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Platforms">The platforms, as a set of values.</param>
public sealed record Covers(StatementSource Source, ulong Platforms) : Governance(Source);
