using System.Collections.Immutable;
using System.Numerics;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Binding;

namespace Lanyard.Policy.Analysis;

/// <summary>Makes an example of a case: a situation that can be, told with as little as it takes.</summary>
internal sealed class Witness(Lexicon lexicon, Phrasing phrasing)
{
    private readonly SituationSearch _search = new(lexicon);

    /// <summary>The example, or <see langword="null"/> if nothing can be as the case says.</summary>
    public Situation? Of(ImmutableArray<Atom> atoms)
    {
        var known = atoms.Aggregate(Situation.Unknown(lexicon), (situation, atom) => situation.With(atom.Facet, situation[atom.Facet] & atom.Values));
        if (!_search.IsPossible(known))
        {
            return null;
        }

        ImmutableArray<Facet> facets = [.. atoms.Select(atom => atom.Facet).Distinct().OrderBy(facet => facet.Index)];
        foreach (var facet in facets)
        {
            known = Choose(known, facet);
        }

        var told = facets.Aggregate(Situation.Silent(lexicon), (situation, facet) => situation.With(facet, known[facet]));
        return facets.Reverse().Aggregate(told, WithoutImplied);
    }

    // One word where several would be needed: the broadest of which every value is possible.
    private Situation Choose(Situation known, Facet facet)
    {
        var possible = Values(known[facet]).Where(value => _search.IsPossible(known.With(facet, value))).Aggregate(0UL, (set, value) => set | value);
        if (phrasing.Names(facet, possible) is [_, _, ..] names)
        {
            possible = names.MaxBy(name => BitOperations.PopCount(name.Values))!.Values; // there are two or more
        }

        return known.With(facet, (facet.Silence & possible) == 0 || facet.Silence == facet.All ? possible : facet.Silence);
    }

    private static Situation WithoutImplied(Situation told, Facet facet)
    {
        var without = told.With(facet, facet.Silence);
        return (without.Inferred()[facet] & ~told[facet]) == 0 ? without : told;
    }

    private static IEnumerable<ulong> Values(ulong set)
    {
        for (; set != 0; set &= set - 1)
        {
            yield return set & (~set + 1);
        }
    }
}
