namespace Lanyard.Workflows.Policies;

/// <summary>A version that is, was or will be in force.</summary>
/// <param name="Hash">The content hash of its text.</param>
/// <param name="From">The first day.</param>
/// <param name="Ratification">Its ratification.</param>
/// <param name="Consultation">The consultation before it, if there was one.</param>
public sealed record PolicyVersionInForce(string Hash, DateOnly From, Ratification Ratification, Consultation? Consultation);
