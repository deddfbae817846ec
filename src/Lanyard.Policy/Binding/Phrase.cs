using System.Collections.Immutable;

namespace Lanyard.Policy.Binding;

/// <summary>A phrase of the vocabulary, as a run of words in their plainest form, and what it stands for.</summary>
internal sealed record Phrase<T>(ImmutableArray<string> Words, T Meaning);
