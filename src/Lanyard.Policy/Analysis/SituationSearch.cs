using System.Numerics;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Compilation;

namespace Lanyard.Policy.Analysis;

/// <summary>Finds a possible situation that lies in one case and in none of some rules: exact, and in little memory.</summary>
/// <remarks>
/// Where a diagram holds every answer at once, this looks for one (Davis, Logemann and Loveland 1962, for facets with many
/// values): it draws what the words and the rules force, and otherwise splits on the facet that most rules still turn on.
/// </remarks>
/// <param name="lexicon">The vocabulary.</param>
/// <param name="mostSteps">How many splits it may make before it gives up.</param>
public sealed class SituationSearch(Lexicon lexicon, int mostSteps = SituationSearch.MostSteps)
{
    private const int MostSteps = 20_000;

    private int _steps;

    /// <summary>A situation of which all that matters is known.</summary>
    /// <param name="within">What is known already.</param>
    /// <param name="avoided">The rules that must not hold.</param>
    /// <returns>The situation, or <see langword="null"/> if there is none.</returns>
    /// <exception cref="AnalysisTooLargeException">It takes too many steps to tell.</exception>
    public Situation? Find(Situation within, IReadOnlyList<Rule> avoided)
    {
        _steps = 0;
        return Search(within, avoided);
    }

    /// <summary>Whether anything at all can be as this is told.</summary>
    public bool IsPossible(Situation situation) => Find(situation, []) is not null;

    private Situation? Search(Situation situation, IReadOnlyList<Rule> avoided)
    {
        if (++_steps > mostSteps)
        {
            throw new AnalysisTooLargeException();
        }

        var open = Simplify(ref situation, avoided);
        if (open is null)
        {
            return null;
        }

        if (open.Count == 0)
        {
            return Settle(situation);
        }

        var now = situation;
        var split = open.SelectMany(rule => rule.Atoms).Where(atom => (now[atom.Facet] & ~atom.Values) != 0)
            .GroupBy(atom => atom).MaxBy(group => group.Count())!.Key; // an open rule has an open atom
        return Search(situation.With(split.Facet, situation[split.Facet] & ~split.Values), open)
            ?? Search(situation.With(split.Facet, situation[split.Facet] & split.Values), open);
    }

    // The rules that could still hold, once what they force is drawn; none if one of them holds, or nothing is possible.
    private static List<Rule>? Simplify(ref Situation situation, IEnumerable<Rule> avoided)
    {
        for (var left = avoided.ToList(); ;)
        {
            situation = situation.Inferred();
            if (!situation.Contradictions.IsEmpty)
            {
                return null;
            }

            var now = situation;
            left = left.FindAll(rule => rule.Atoms.All(atom => (now[atom.Facet] & atom.Values) != 0));
            var forced = false;
            foreach (var rule in left)
            {
                var open = rule.Atoms.Where(atom => (now[atom.Facet] & ~atom.Values) != 0).Take(2).ToList();
                if (open.Count == 0)
                {
                    return null;
                }

                if (open is [var only])
                {
                    situation = situation.With(only.Facet, situation[only.Facet] & ~only.Values);
                    forced = true;
                }
            }

            if (!forced)
            {
                return left;
            }
        }
    }

    // Words imply each other two by two, so facets of which much is possible may still have no values that agree.
    private Situation? Settle(Situation situation)
    {
        var tied = lexicon.Implications.SelectMany(rule => new[] { rule.If.Facet, rule.Then.Facet }).Distinct()
            .FirstOrDefault(facet => !situation.Knows(facet));
        if (tied is null)
        {
            return situation;
        }

        for (var left = situation[tied]; left != 0; left &= left - 1)
        {
            var tried = situation.With(tied, 1UL << BitOperations.TrailingZeroCount(left)).Inferred();
            if (tried.Contradictions.IsEmpty && Settle(tried) is { } settled)
            {
                return settled;
            }
        }

        return null;
    }
}
