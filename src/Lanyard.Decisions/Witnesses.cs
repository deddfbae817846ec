using System.Collections.Immutable;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions;

/// <summary>Finds what whoever knows of a colleague's prohibited conduct must do.</summary>
/// <remarks>An allegation and a low-level concern go different ways, and which of them it is a person must judge: both are shown.</remarks>
public static class Witnesses
{
    private static readonly (string Act, string If)[] OfAdults =
    [
        ("receive an allegation", "If a child may have been harmed, or whoever did it may not be safe to work with children (an allegation)"),
        ("have a low-level concern", "If it falls short of that (a low-level concern)"),
    ];

    private static readonly (string Act, string If)[] OfOthers =
    [
        ("receive an allegation", "If it happened to you or worries you"),
    ];

    /// <summary>What must be done by somebody of the role <paramref name="reporter"/> who knows of it; none unless it is prohibited conduct of somebody who works here. Whoever does not work here need not know whether it is: it is enough that it may be.</summary>
    /// <param name="decider">The policy that is asked.</param>
    /// <param name="decision">The answer about the conduct.</param>
    /// <param name="reporter">The role of whoever knows of it; <see langword="null"/> if it is not known.</param>
    public static ImmutableArray<Witness> Of(Decider decider, Decision decision, Concept? reporter)
    {
        var lexicon = decider.Policy.Lexicon;
        var doer = decision.Situation[lexicon.Actor];
        var isAtWork = reporter is not null && (reporter.Values & ~lexicon.Concept(lexicon.Actor, "workforce").Values) == 0;
        if (reporter is null || !(isAtWork ? decision.Verdict == Verdict.Prohibited : decision.Possible.Contains(Verdict.Prohibited)) || (doer & ~lexicon.Concept(lexicon.Actor, "workforce").Values) != 0)
        {
            return [];
        }

        return [.. (isAtWork ? OfAdults : OfOthers).SelectMany(way => ByWhom(decider, way.If, Situation.Silent(lexicon).With(lexicon.Concept(lexicon.Act, way.Act)).With(lexicon.Actor, reporter.Values), doer))];
    }

    // Whom to tell can turn on who it was: "a colleague" may be the headteacher.
    private static IEnumerable<Witness> ByWhom(Decider decider, string when, Situation known, ulong doer)
    {
        var lexicon = decider.Policy.Lexicon;
        var cases = Each(doer).Select(who => (Who: who, Duties: Duties(decider, known.With(lexicon.About, who))))
            .GroupBy(each => string.Join(' ', each.Duties.Select(duty => duty.Statement)))
            .Select(group => (Who: group.Aggregate(0UL, (set, each) => set | each.Who), group.First().Duties)).ToList();
        return cases.Where(each => !each.Duties.IsEmpty).Select(each => new Witness(cases.Count == 1 ? when : $"{when}, and it was {decider.Policy.Phrasing.Nouns(lexicon.About, each.Who)}", each.Duties));
    }

    private static IEnumerable<ulong> Each(ulong values)
    {
        for (var left = values; left != 0; left &= left - 1)
        {
            yield return left & ~(left - 1);
        }
    }

    private static ImmutableArray<ArisingDuty> Duties(Decider decider, Situation known) => [.. decider.Decide(known).Duties.Where(duty => duty.IsCertain).DistinctBy(duty => duty.Statement)];
}
