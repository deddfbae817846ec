namespace Lanyard.Policy.Binding.Statements;

/// <summary>Which body ratifies the policy.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Body">The body.</param>
public sealed record RatifiedBy(StatementSource Source, string Body) : Governance(Source);
