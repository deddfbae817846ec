using System.Collections.Immutable;

namespace Lanyard.Decisions.Understanding;

/// <summary>A phrase found in a question.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="At">Its words, by number; other words may stand between them.</param>
internal sealed record HeardMatch(HeardPhrase Phrase, ImmutableArray<int> At)
{
    public int From => At[0];

    public int End => At[^1] + 1;

    public int Length => At.Length;

    public bool Covers(int word) => At.Contains(word);

    /// <summary>Whether every word of it is a word of a longer one.</summary>
    public bool IsWithin(HeardMatch other) => other.Length > Length && At.All(other.Covers);

    /// <summary>Whether it stands between the words of another.</summary>
    public bool IsInGapOf(HeardMatch other) => other.From < From && End < other.End && !At.Any(other.Covers);
}
