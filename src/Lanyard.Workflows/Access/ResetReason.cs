namespace Lanyard.Workflows.Access;

/// <summary>Why somebody's second factor was reset. Sealed in the record under that person's own key.</summary>
/// <param name="Why">In the words of whoever did it.</param>
public sealed record ResetReason(string Why);
