namespace Lanyard.Policy.Binding.Statements;

/// <summary>Who owns the policy.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Owner">The role or body.</param>
public sealed record OwnedBy(StatementSource Source, string Owner) : Governance(Source);
