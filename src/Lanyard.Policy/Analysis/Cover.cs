using System.Collections.Immutable;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Compilation;

namespace Lanyard.Policy.Analysis;

/// <summary>Describes a set of situations by cases that follow the rules which brought it about.</summary>
/// <remarks>
/// A case starts as the case of a rule, since that is how a person would say it, and takes on further facts only
/// where the rule alone would say too much. Every situation of the set is in some case; no case reaches a forbidden
/// situation; no case is there that the others make superfluous.
/// </remarks>
internal sealed class Cover(Diagram diagram)
{
    private const int MostCases = 2_000;

    /// <summary>The cases of a set.</summary>
    /// <param name="set">1 in the set, and anything else outside it.</param>
    /// <param name="forbidden">1 where no case may reach.</param>
    /// <param name="rules">The rules to follow.</param>
    /// <exception cref="AnalysisTooLargeException">The set takes too many cases.</exception>
    public List<ImmutableArray<Atom>> Of(int set, int forbidden, IReadOnlyList<Rule> rules)
    {
        var cases = new List<ImmutableArray<Atom>>();
        var left = set;
        foreach (var rule in rules.OrderBy(rule => rule.Atoms.Length))
        {
            if (Meets(rule.Atoms, left) && !Meets(rule.Atoms, forbidden))
            {
                left = Add(cases, rule.Atoms, left);
            }
        }

        while (diagram.Find(left, value => value == 1) is { } path)
        {
            left = cases.Count < MostCases ? Add(cases, Narrowed(path, forbidden, rules), left) : throw new AnalysisTooLargeException();
        }

        return WithoutSuperfluous(cases, set);
    }

    // The case of a rule that holds on the path, with as few further facts of the path as keep it out of what is forbidden.
    private ImmutableArray<Atom> Narrowed(ImmutableArray<Atom> path, int forbidden, IReadOnlyList<Rule> rules)
    {
        var led = rules.Where(rule => rule.Atoms.All(atom => path.Any(step => step.Facet == atom.Facet && (step.Values & ~atom.Values) == 0)))
            .MinBy(rule => rule.Atoms.Length)?.Atoms ?? [];
        var narrowed = path;
        foreach (var step in path.OrderByDescending(step => step.Facet.Kind).ThenByDescending(step => step.Facet.Index))
        {
            var wider = led.FirstOrDefault(atom => atom.Facet == step.Facet);
            var tried = wider is null ? narrowed.Remove(narrowed.First(atom => atom.Facet == step.Facet)) : Replace(narrowed, wider);
            narrowed = Meets(tried, forbidden) ? narrowed : tried;
        }

        return [.. narrowed.OrderBy(atom => atom.Facet.Index)];
    }

    private bool Meets(ImmutableArray<Atom> atoms, int set) => diagram.Meets(set, atoms);

    private int Add(List<ImmutableArray<Atom>> cases, ImmutableArray<Atom> atoms, int left)
    {
        cases.Add(atoms);
        return Without(left, atoms);
    }

    private int Without(int set, ImmutableArray<Atom> atoms) =>
        diagram.Apply(set, diagram.Case(atoms), (value, isCovered) => value == 1 && isCovered != 1 ? 1 : 0);

    private List<ImmutableArray<Atom>> WithoutSuperfluous(List<ImmutableArray<Atom>> cases, int set)
    {
        // What the cases before and after one leave of the set shows whether it is needed.
        var after = new int[cases.Count + 1];
        after[cases.Count] = 0;
        for (var at = cases.Count - 1; at >= 0; at--)
        {
            after[at] = diagram.Apply(after[at + 1], diagram.Case(cases[at]), Math.Max);
        }

        var kept = new List<ImmutableArray<Atom>>();
        var left = set;
        for (var at = 0; at < cases.Count; at++)
        {
            if (diagram.Apply(left, after[at + 1], (value, isCovered) => value == 1 && isCovered != 1 ? 1 : 0) != 0)
            {
                kept.Add(cases[at]);
                left = Without(left, cases[at]);
            }
        }

        return kept;
    }

    private static ImmutableArray<Atom> Replace(ImmutableArray<Atom> atoms, Atom wider) =>
        [.. atoms.Select(atom => atom.Facet == wider.Facet ? wider : atom)];
}
