namespace Lanyard.Policy.Binding.Statements;

/// <summary>By when something must be done.</summary>
/// <param name="Text">As the policy says it, such as "immediately" or "within 1 school day".</param>
/// <param name="Count">How many of the unit; 0 for a deadline in words, which means at once.</param>
/// <param name="Unit">What is counted: hour, day, school day or working day; empty for a deadline in words.</param>
public sealed record Deadline(string Text, int Count, string Unit);
