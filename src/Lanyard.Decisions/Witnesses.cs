using System.Collections.Immutable;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions;

/// <summary>Finds what whoever knows of a colleague's prohibited conduct must do.</summary>
/// <remarks>An allegation and a low-level concern go different ways, and which of them it is a person must judge: both are shown.</remarks>
public static class Witnesses
{
    private static readonly (string Act, string If)[] Ways =
    [
        ("receive an allegation", "If a child may have been harmed, or whoever did it may not be safe to work with children (an allegation)"),
        ("have a low-level concern", "If it falls short of that (a low-level concern)"),
    ];

    /// <summary>What must be done by somebody of the role <paramref name="reporter"/> who knows of it; none unless it is prohibited conduct of somebody who works here.</summary>
    /// <param name="decider">The policy that is asked.</param>
    /// <param name="decision">The answer about the conduct.</param>
    /// <param name="reporter">The role of whoever knows of it; <see langword="null"/> if it is not known.</param>
    public static ImmutableArray<Witness> Of(Decider decider, Decision decision, Concept? reporter)
    {
        var lexicon = decider.Policy.Lexicon;
        var doer = decision.Situation[lexicon.Actor];
        if (decision.Verdict != Verdict.Prohibited || reporter is null || (doer & ~lexicon.Concept(lexicon.Actor, "workforce").Values) != 0)
        {
            return [];
        }

        return
        [
            .. Ways.Select(way => new Witness(way.If, Duties(decider, Situation.Silent(lexicon).With(lexicon.Concept(lexicon.Act, way.Act)).With(lexicon.Actor, reporter.Values).With(lexicon.About, doer))))
                .Where(witness => !witness.Duties.IsEmpty),
        ];
    }

    private static ImmutableArray<ArisingDuty> Duties(Decider decider, Situation known) => [.. decider.Decide(known).Duties.DistinctBy(duty => duty.Statement)];
}
