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
    /// <summary>Whether every entry holds, and all that were written are there.</summary>
    public bool IsWhole => BrokenAt is null && TreeProblem.Length == 0 && AgainstElsewhere.Count == 0;

    /// <summary>How it differs from what was kept elsewhere.</summary>
    public IReadOnlyList<string> AgainstElsewhere { get; init; } = [];

    /// <summary>What is wrong with the tree over the entries; empty if nothing is.</summary>
    public string TreeProblem { get; init; } = "";

    /// <summary>The entries of a kind that this version does not know, each in a few words.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>What is wrong, in one sentence; empty if nothing is.</summary>
    public string Said => BrokenAt is { } at ? $"broken at entry {at}: {Problem}. The {Entries} before it hold."
        : string.Join(' ', AgainstElsewhere.Prepend(TreeProblem).Where(problem => problem.Length > 0)
            .Select(problem => $"{char.ToUpperInvariant(problem[0])}{problem[1..]}."));

    /// <summary>The entries that were written, by their times, well before the entry that they follow: the clock was
    /// wrong, or times were changed and the chain made anew.</summary>
    public IReadOnlyList<long> TimesGoBackAt { get; init; } = [];
}
