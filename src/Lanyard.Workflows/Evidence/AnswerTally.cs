using System.Collections.Immutable;

namespace Lanyard.Workflows.Evidence;

/// <summary>How often a policy answered, and by which statements. Answers are added as they are given, so that those before need not be read again.</summary>
/// <param name="Count">How many answers.</param>
/// <param name="Statements">How often each statement had a part in one, by its mark.</param>
public sealed record AnswerTally(int Count, ImmutableDictionary<string, StatementTally> Statements)
{
    /// <summary>No answer.</summary>
    public static AnswerTally None { get; } = new(0, ImmutableDictionary.Create<string, StatementTally>(StringComparer.Ordinal));

    /// <summary>Those that a statement had a part in.</summary>
    public StatementTally Of(string mark) => Statements.GetValueOrDefault(mark, StatementTally.None);

    /// <summary>With one answer more.</summary>
    /// <param name="statements">The marks of the statements that had a part in it.</param>
    /// <param name="verdict">The verdict.</param>
    /// <param name="at">When it was given.</param>
    public AnswerTally Add(IEnumerable<string> statements, string verdict, DateTimeOffset at) => new(
        Count + 1,
        statements.Distinct(StringComparer.Ordinal).Aggregate(Statements, (all, mark) => all.SetItem(mark, all.GetValueOrDefault(mark, StatementTally.None).Add(verdict, at))));
}
