using System.Collections.Immutable;

namespace Lanyard.Import;

/// <summary>A clause of a document.</summary>
/// <param name="Id">Its number, or words that stand for one. No other clause has it.</param>
/// <param name="Level">2 for a section, 3 for what is in it.</param>
/// <param name="Heading">Its heading; empty if it has none.</param>
/// <param name="Paragraphs">What it says.</param>
public sealed record ImportedClause(string Id, int Level, string Heading, ImmutableArray<ImportedParagraph> Paragraphs);
