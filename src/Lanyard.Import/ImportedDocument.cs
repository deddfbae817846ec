using System.Collections.Immutable;

namespace Lanyard.Import;

/// <summary>A document taken apart into clauses.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Facts">What it says about itself.</param>
/// <param name="Clauses">Its clauses, in order.</param>
/// <param name="Notes">What was repaired or left out, in words.</param>
public sealed record ImportedDocument(
    string Title,
    ImportedFacts Facts,
    ImmutableArray<ImportedClause> Clauses,
    ImmutableArray<string> Notes
);
