using Lanyard.Policy.Binding.Statements;

namespace Lanyard.Policy.Analysis;

/// <summary>A statement without which every answer would be the same.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Reason">Why it changes nothing.</param>
public sealed record IdleStatement(Statement Statement, string Reason);
