namespace Lanyard.Decisions.Worries;

/// <summary>Where a group of words was found in a sentence.</summary>
/// <param name="Group">The group.</param>
/// <param name="From">Its first word, by number.</param>
/// <param name="End">The word after its last.</param>
internal readonly record struct WorryHit(string Group, int From, int End)
{
    public bool Overlaps(WorryHit other) => From < other.End && other.From < End;
}
