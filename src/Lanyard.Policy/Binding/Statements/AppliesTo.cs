namespace Lanyard.Policy.Binding.Statements;

/// <summary>Whom the policy applies to.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Who">The people, as a set of roles.</param>
public sealed record AppliesTo(StatementSource Source, ulong Who) : Governance(Source);
