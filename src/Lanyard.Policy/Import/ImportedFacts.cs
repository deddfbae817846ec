using System.Collections.Immutable;

namespace Lanyard.Policy.Import;

/// <summary>What a document says about itself.</summary>
/// <param name="Reviewed">When it was last reviewed or issued, as <c>yyyy-MM</c>; <see langword="null"/> if it does not say.</param>
/// <param name="History">Its versions.</param>
public sealed record ImportedFacts(string? Reviewed, ImmutableArray<ImportedVersion> History);
