using System.Collections.Immutable;

namespace Lanyard.Workflows.Evidence;

/// <summary>How often a statement had a part in an answer.</summary>
/// <param name="Verdicts">How often, by verdict.</param>
/// <param name="Last">When last.</param>
public sealed record StatementTally(ImmutableSortedDictionary<string, int> Verdicts, DateTimeOffset Last)
{
    /// <summary>Never.</summary>
    public static StatementTally None { get; } = new(ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal), DateTimeOffset.MinValue);

    /// <summary>How often in all.</summary>
    public int Count => Verdicts.Values.Sum();

    /// <summary>Once more.</summary>
    public StatementTally Add(string verdict, DateTimeOffset at) => new(Verdicts.SetItem(verdict, Verdicts.GetValueOrDefault(verdict) + 1), at > Last ? at : Last);
}
