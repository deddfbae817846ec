using System.Collections.Immutable;

namespace Lanyard.Domain.Vocabulary;

/// <summary>A word that no situation turns on: a body, a record, a field, a topic, a procedure, a sanction, a deadline.</summary>
/// <param name="Name">The word, as Lanyard prints it.</param>
/// <param name="Phrases">The phrases that policies may use for it, the name first.</param>
/// <param name="Article">The article it is said with: "the", "a", or none.</param>
/// <param name="Line">The line of the vocabulary file that declares it, counted from one.</param>
public sealed record ListedWord(string Name, ImmutableArray<string> Phrases, string Article, int Line);
