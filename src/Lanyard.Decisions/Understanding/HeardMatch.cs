namespace Lanyard.Decisions.Understanding;

/// <summary>A phrase found in a question.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="From">Its first word, by number.</param>
internal sealed record HeardMatch(HeardPhrase Phrase, int From)
{
    public int End => From + Phrase.Words.Length;

    public int Length => Phrase.Words.Length;

    public bool Covers(int word) => From <= word && word < End;

    public bool IsWithin(HeardMatch other) => other.From <= From && End <= other.End && other.Length > Length;
}
