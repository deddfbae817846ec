using System.Collections.Immutable;
using System.Numerics;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Binding;

namespace Lanyard.Policy.Analysis;

/// <summary>Describes a set of situations exactly, by as few and as short cases as it can find.</summary>
/// <remarks>
/// Each case is prime: no fact can be left out of it, and no value added, without taking in a situation outside the
/// set. Cases that the others make superfluous are dropped. Situations that cannot be do not count either way.
/// </remarks>
internal sealed class Cover(Diagram diagram)
{
    private const int MostCases = 400;

    /// <summary>The cases of a set, given as the function that is 1 in it.</summary>
    /// <param name="set">1 inside, 0 outside, <see cref="Diagram.Impossible"/> where no situation can be.</param>
    public List<ImmutableArray<Atom>> Of(int set)
    {
        var cases = new List<ImmutableArray<Atom>>();
        var left = set;
        while (diagram.Find(left, value => value == 1) is { } path)
        {
            if (cases.Count == MostCases)
            {
                throw new AnalysisTooLargeException();
            }

            var prime = Widen(path, set);
            cases.Add(prime);
            left = diagram.Apply(left, diagram.Case(prime), (value, isCovered) => isCovered == 1 ? 0 : value);
        }

        return WithoutSuperfluous(cases, set);
    }

    private ImmutableArray<Atom> Widen(ImmutableArray<Atom> path, int set)
    {
        var widest = path;
        foreach (var atom in path.OrderByDescending(atom => Rank(atom.Facet)))
        {
            var without = widest.Remove(widest.First(other => other.Facet == atom.Facet));
            if (Fits(without, set))
            {
                widest = without;
                continue;
            }

            widest = WidenValues(widest, atom, set);
        }

        return [.. widest.OrderBy(atom => atom.Facet.Index)];
    }

    private ImmutableArray<Atom> WidenValues(ImmutableArray<Atom> atoms, Atom atom, int set)
    {
        var values = atom.Values;
        for (var left = atom.Facet.All & ~values; left != 0; left &= left - 1)
        {
            var more = values | (1UL << BitOperations.TrailingZeroCount(left));
            if (Fits(Replace(atoms, atom.Facet, more), set))
            {
                values = more;
            }
        }

        return Replace(atoms, atom.Facet, values);
    }

    private bool Fits(ImmutableArray<Atom> atoms, int set) =>
        diagram.Apply(diagram.Case(atoms), set, (isInside, value) => isInside == 1 && value == 0 ? 1 : 0) == 0;

    private List<ImmutableArray<Atom>> WithoutSuperfluous(List<ImmutableArray<Atom>> cases, int set)
    {
        var kept = new List<ImmutableArray<Atom>>(cases);
        foreach (var candidate in cases.OrderByDescending(atoms => atoms.Length))
        {
            var others = diagram.Largest(kept.Where(atoms => atoms != candidate).Select(atoms => diagram.Case(atoms)));
            if (diagram.Apply(others, set, (isCovered, value) => value == 1 && isCovered == 0 ? 1 : 0) == 0)
            {
                kept.Remove(candidate);
            }
        }

        return kept;
    }

    private static ImmutableArray<Atom> Replace(ImmutableArray<Atom> atoms, Facet facet, ulong values) =>
        [.. atoms.Select(atom => atom.Facet == facet ? atom with { Values = values } : atom)];

    // What a sentence can best do without goes first: facts of content and circumstance, then where and when, and
    // last who does what.
    private static int Rank(Facet facet) => facet.Kind switch
    {
        FacetKind.Fact => 1000 + facet.Index,
        FacetKind.Choice => facet.Index,
        _ => 500 + facet.Index,
    };
}
