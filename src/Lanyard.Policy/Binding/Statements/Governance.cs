namespace Lanyard.Policy.Binding.Statements;

/// <summary>A fact about the policy itself.</summary>
/// <param name="Source">Where it comes from.</param>
public abstract record Governance(StatementSource Source) : Statement(Source);
