namespace Lanyard.Import;

/// <summary>A row of a document's table of versions.</summary>
/// <param name="Version">The version.</param>
/// <param name="Date">When, as <c>yyyy-MM</c>; <see langword="null"/> if the row does not say.</param>
/// <param name="Action">What was done.</param>
public sealed record ImportedVersion(string Version, string? Date, string Action);
