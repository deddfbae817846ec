namespace Lanyard.Workflows.Policies;

/// <summary>A text of a policy, by its content hash.</summary>
public sealed record PolicyText(string Hash, string Text);
