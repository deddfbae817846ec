using Lanyard.Domain.Organisations;

namespace Lanyard.Records.Chain;

/// <summary>What the check of a chain found.</summary>
/// <param name="Organisation">Whose chain.</param>
/// <param name="Entries">How many entries hold, up to the first that does not.</param>
/// <param name="Head">The hash of the last entry that holds.</param>
/// <param name="BrokenAt">The first entry that does not hold; <see langword="null"/> if all do.</param>
/// <param name="Problem">What is wrong with it; empty if nothing is.</param>
public sealed record ChainReport(OrganisationId Organisation, long Entries, string Head, long? BrokenAt, string Problem)
{
    /// <summary>Whether every entry holds.</summary>
    public bool IsWhole => BrokenAt is null;

    /// <summary>The entries that were written, by their times, well before the entry that they follow: the clock was
    /// wrong, or times were changed and the chain made anew.</summary>
    public IReadOnlyList<long> TimesGoBackAt { get; init; } = [];
}
