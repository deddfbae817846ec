namespace Lanyard.Workflows.Access.Cases;

/// <summary>Why a deputy opened the cases. Sealed in the record under their own key.</summary>
/// <param name="Why">In their words.</param>
public sealed record CaseReadingReason(string Why);
