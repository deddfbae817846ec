using System.Collections.Immutable;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Binding;

namespace Lanyard.Policy.Compilation;

/// <summary>Multiplies conditions out into cases: in each, every facet has one of a set of values.</summary>
internal static class Cases
{
    /// <summary>The most cases one statement may have; a sentence that a person can read has a handful.</summary>
    public const int Most = 2_000;

    /// <summary>The cases in which a condition is true.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="counting">What counts as the words of it.</param>
    public static List<ImmutableArray<Atom>> Of(Condition condition, ImmutableArray<Counting> counting) =>
        condition.Parts.Aggregate(Everything(), (cases, part) => Product(cases, Alternatives(part, counting)));

    /// <summary>The cases in which no condition of a list is true.</summary>
    public static List<ImmutableArray<Atom>> OfNone(IEnumerable<Condition> conditions,
        ImmutableArray<Counting> counting) =>
        conditions.SelectMany(condition => Of(condition, counting))
            .Aggregate(Everything(), (cases, excluded) => Product(cases, [.. excluded.Select(Denied)]));

    /// <summary>The cases that are in both lists.</summary>
    public static List<ImmutableArray<Atom>> Both(List<ImmutableArray<Atom>> left, List<ImmutableArray<Atom>> right) =>
        Within(left.SelectMany(one => right.Select(other => other.Aggregate((ImmutableArray<Atom>?)one, (both, atom) => Meet(both, atom)))));

    private static List<ImmutableArray<Atom>> Everything() => [[]];

    // Each of its atoms, and whatever counts as one.
    private static ImmutableArray<ImmutableArray<Atom>> Alternatives(AnyOf part, ImmutableArray<Counting> counting) =>
    [
        .. part.Atoms.Select(atom => ImmutableArray.Create(atom)),
        .. from atom in part.Atoms
           from rule in counting
           where rule.Then.Facet == atom.Facet && (rule.Then.Values & ~atom.Values) == 0
           select rule.If.Select(Atom.Of).ToImmutableArray(),
    ];

    private static ImmutableArray<Atom> Denied(Atom atom) => [atom with { Values = atom.Facet.All & ~atom.Values }];

    private static List<ImmutableArray<Atom>> Product(
        List<ImmutableArray<Atom>> cases, ImmutableArray<ImmutableArray<Atom>> alternatives) =>
        Within(cases.SelectMany(one => alternatives.Select(atoms =>
            atoms.Aggregate((ImmutableArray<Atom>?)one, (both, atom) => Meet(both, atom)))));

    private static List<ImmutableArray<Atom>> Within(IEnumerable<ImmutableArray<Atom>?> cases)
    {
        var kept = cases.OfType<ImmutableArray<Atom>>().Take(Most + 1).ToList();
        return kept.Count <= Most ? kept : throw new TooManyCasesException();
    }

    private static ImmutableArray<Atom>? Meet(ImmutableArray<Atom>? one, Atom atom)
    {
        if (one is not { } atoms)
        {
            return null;
        }

        for (var at = 0; at < atoms.Length; at++)
        {
            if (atoms[at].Facet == atom.Facet)
            {
                var values = atoms[at].Values & atom.Values;
                return values == 0 ? null : atoms.SetItem(at, atom with { Values = values });
            }
        }

        return atom.Values == 0 ? null : atoms.Add(atom);
    }
}
