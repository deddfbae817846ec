namespace Lanyard.Workflows.Consistency;

/// <summary>Something in the registers that does not go together.</summary>
/// <param name="Rule">The name of the rule that found it.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="Help">How to put it right.</param>
/// <param name="Address">The page where that can be done.</param>
public sealed record Inconsistency(string Rule, string Text, string Help, string Address);
