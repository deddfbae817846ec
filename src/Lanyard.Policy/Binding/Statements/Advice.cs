namespace Lanyard.Policy.Binding.Statements;

/// <summary>Something to tell people at the moment when it matters.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="When">When to tell whom.</param>
/// <param name="Message">What to tell them.</param>
public sealed record Advice(StatementSource Source, Condition When, string Message) : Statement(Source);
