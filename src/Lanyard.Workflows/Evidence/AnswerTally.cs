using System.Collections.Immutable;

namespace Lanyard.Workflows.Evidence;

/// <summary>How often a policy answered, and by which clauses. Answers are added as they are given, so that those before need not be read again.</summary>
/// <param name="Count">How many answers.</param>
/// <param name="Clauses">How often each clause bore on one.</param>
public sealed record AnswerTally(int Count, ImmutableDictionary<string, ClauseTally> Clauses)
{
    /// <summary>No answer.</summary>
    public static AnswerTally None { get; } = new(0, ImmutableDictionary.Create<string, ClauseTally>(StringComparer.Ordinal));

    /// <summary>Those that a clause bore on.</summary>
    public ClauseTally Of(string clause) => Clauses.GetValueOrDefault(clause, ClauseTally.None);

    /// <summary>With one answer more.</summary>
    /// <param name="clauses">The clauses that it cites.</param>
    /// <param name="verdict">The verdict.</param>
    /// <param name="at">When it was given.</param>
    public AnswerTally Add(IEnumerable<string> clauses, string verdict, DateTimeOffset at) => new(
        Count + 1,
        clauses.Distinct(StringComparer.Ordinal).Aggregate(Clauses, (all, clause) => all.SetItem(clause, all.GetValueOrDefault(clause, ClauseTally.None).Add(verdict, at))));
}
