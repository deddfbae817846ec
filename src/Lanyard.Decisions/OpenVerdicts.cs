using System.Collections.Immutable;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Analysis;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions;

/// <summary>What is open in a situation in which too many rules depend on each other to hold all of their answers at once.</summary>
/// <remarks>
/// The verdicts are looked for one by one, exactly. The questions are those that the open rules turn on, the ones that most
/// of them share first; some may turn out not to matter.
/// </remarks>
internal sealed class OpenVerdicts(CompiledPolicy policy, Situation situation, List<Rule> rules)
{
    private const int MostSteps = 1_000; // a person waits for the answer

    private readonly SituationSearch _search = new(policy.Lexicon, MostSteps);

    /// <summary>The verdicts that are still possible, weakest first.</summary>
    public ImmutableArray<Verdict> Possible() =>
    [
        .. rules.Select(rule => rule.Verdict).Append(Verdict.NotCovered).Distinct().Order().Where(IsPossible),
    ];

    /// <summary>What could decide between them.</summary>
    public ImmutableArray<Need> Needs() =>
    [
        .. rules.SelectMany(rule => rule.Atoms).Where(atom => (situation[atom.Facet] & ~atom.Values) != 0)
            .GroupBy(atom => atom.Facet)
            .OrderByDescending(atoms => atoms.Count()).ThenBy(atoms => atoms.Key.Slot).ThenBy(atoms => atoms.Key.Index)
            .Select(atoms => NeedFor(atoms.Key, atoms.Select(atom => atom.Values).Distinct()) with { IsForVerdict = IsForVerdict(atoms.Key) })
            .OrderByDescending(need => need.IsForVerdict),
    ];

    // Some rule says so where none that is stricter holds; where nothing is said, no rule holds at all.
    private bool IsPossible(Verdict verdict)
    {
        var stricter = rules.FindAll(rule => rule.Verdict > verdict);
        try
        {
            return verdict == Verdict.NotCovered
                ? _search.Find(situation, stricter) is not null
                : rules.Exists(rule => rule.Verdict == verdict && _search.Find(In(rule), stricter) is not null);
        }
        catch (AnalysisTooLargeException)
        {
            return true; // what cannot be ruled out is left open, which fails closed
        }
    }

    private bool IsForVerdict(Facet facet) => rules.Exists(rule => rule.Verdict > Verdict.NotCovered && rule.Atoms.Any(atom => atom.Facet == facet));

    private Situation In(Rule rule) => rule.Atoms.Aggregate(situation, (known, atom) => known.With(atom.Facet, known[atom.Facet] & atom.Values));

    private Need NeedFor(Facet facet, IEnumerable<ulong> sets)
    {
        if (facet.Kind != FacetKind.Choice)
        {
            return new(facet.Id, policy.Phrasing.Question(facet), [new("yes", Facet.Yes), new("no", Facet.No)]);
        }

        var alike = sets.Aggregate(
            new List<ulong> { situation[facet] },
            (groups, set) => [.. groups.SelectMany(group => new[] { group & set, group & ~set }).Where(group => group != 0)]);
        return new(facet.Id, facet.Question, [.. alike.Select(values => new Choice(policy.Phrasing.Choice(facet, values), values))]);
    }
}
