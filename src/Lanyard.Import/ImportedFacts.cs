using System.Collections.Immutable;

namespace Lanyard.Import;

/// <summary>What a document says about itself.</summary>
/// <param name="Reviewed">When it was last reviewed or issued, as <c>yyyy-MM</c>; <see langword="null"/> if it does not
/// say.</param>
/// <param name="History">Its versions.</param>
/// <param name="Organisation">Whose it is, where its cover or its ratification says so plainly; otherwise <see
/// langword="null"/>.</param>
public sealed record ImportedFacts(
    string? Reviewed,
    ImmutableArray<ImportedVersion> History,
    string? Organisation = null
);
