using System.Globalization;
using Lanyard.Domain.People;
using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Asking;

/// <summary>The answers that were given, newest first.</summary>
public sealed class DecisionRegister : Register<RecordedDecision>
{
    /// <inheritdoc/>
    public override string Name => "decision";

    /// <summary>How the answers of a policy are found.</summary>
    public static string PolicyTerm(PolicyId policy) => $"policy={policy}";

    /// <summary>How a person's own questions are found.</summary>
    public static string AskerTerm(PersonId person) => $"asker={person}";

    /// <inheritdoc/>
    protected override RecordedDecision? After(RecordedDecision? row, Happening happening) => happening.Event switch
    {
        DecisionGiven given => new(given.Decision, given.Policy, given.Hash, given.Asker, given.Situation, given.Verdict, given.Clauses, given.Statements, happening.At),
        _ => row,
    };

    /// <inheritdoc/>
    protected override string Sort(RecordedDecision row) => (long.MaxValue - row.At.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override IEnumerable<string> Terms(RecordedDecision row)
    {
        yield return PolicyTerm(row.Policy);
        if (row.Asker is { } asker)
        {
            yield return AskerTerm(asker);
        }
    }
}
