using System.Collections.Immutable;

namespace Lanyard.Domain.Vocabulary;

/// <summary>What a statement takes for one of its words: content that names a student is about a student.</summary>
/// <remarks>
/// Unlike an <see cref="Implication"/> it leaves the word itself as it is. A post can be about the school and name a
/// student all the same, and a statement about either of them holds.
/// </remarks>
/// <param name="If">The words that must all hold.</param>
/// <param name="Then">The word that they count as.</param>
public sealed record Counting(ImmutableArray<Concept> If, Concept Then);
