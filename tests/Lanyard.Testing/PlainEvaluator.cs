using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Compilation;

namespace Lanyard.Testing;

/// <summary>Says what a policy says of a situation, as the language reference words it: slowly, statement by statement.</summary>
/// <remarks>Written without the rules, tables and diagrams of the engine, so that the two can be compared.</remarks>
public sealed class PlainEvaluator(CompiledPolicy policy)
{
    private readonly List<Conduct> _conducts = [.. policy.Statements.OfType<Conduct>()];

    /// <summary>The verdict of a situation of which everything is known.</summary>
    public Verdict Verdict(Situation situation) =>
        _conducts.Aggregate(Policy.Compilation.Verdict.NotCovered, (strongest, conduct) => (Verdict)Math.Max((int)strongest, (int)Of(conduct, situation)));

    private Verdict Of(Conduct conduct, Situation situation)
    {
        if (!Holds(conduct.When, situation))
        {
            return Policy.Compilation.Verdict.NotCovered;
        }

        var isDone = situation[policy.Lexicon.Omission] == 1;
        var isLifted = conduct.Exceptions.Any(exception => Holds(exception, situation));
        return conduct.Modality switch
        {
            Modality.May => isDone && !isLifted ? Policy.Compilation.Verdict.Permitted : Policy.Compilation.Verdict.NotCovered,
            Modality.MustNot => isDone ? Against(conduct, situation, isLifted, Policy.Compilation.Verdict.Prohibited) : Policy.Compilation.Verdict.NotCovered,
            Modality.ShouldNot => isDone ? Against(conduct, situation, isLifted, Policy.Compilation.Verdict.AdvisedAgainst) : Policy.Compilation.Verdict.NotCovered,
            Modality.Must => isDone ? Policy.Compilation.Verdict.Permitted : Against(conduct, situation, isLifted, Policy.Compilation.Verdict.Prohibited),
            Modality.Should => isDone ? Policy.Compilation.Verdict.Permitted : Against(conduct, situation, isLifted, Policy.Compilation.Verdict.AdvisedAgainst),
            _ => throw new ArgumentOutOfRangeException(nameof(conduct), conduct.Modality, "There is no such modality."),
        };
    }

    private Verdict Against(Conduct conduct, Situation situation, bool isLifted, Verdict strength)
    {
        if (isLifted)
        {
            return Policy.Compilation.Verdict.Permitted;
        }

        if (strength == Policy.Compilation.Verdict.AdvisedAgainst || situation[policy.Lexicon.Tense] != 1)
        {
            return strength;
        }

        var withPermissions = policy.Lexicon.Facets.Where(facet => facet.Kind == FacetKind.Permission)
            .Aggregate(situation, (better, facet) => better.With(facet, Facet.Yes));
        return conduct.Exceptions.Any(exception => Holds(exception, withPermissions)) ? Policy.Compilation.Verdict.Conditional : strength;
    }

    private bool Holds(Condition condition, Situation situation) =>
        condition.Parts.All(part => part.Atoms.Any(atom =>
            (situation[atom.Facet] & atom.Values) != 0
                || policy.Lexicon.Counting.Any(rule => Counts(rule, atom, situation))));

    private static bool Counts(Counting rule, Atom atom, Situation situation) =>
        rule.Then.Facet == atom.Facet && (rule.Then.Values & ~atom.Values) == 0
        && rule.If.All(word => (situation[word.Facet] & word.Values) != 0);
}
