using System.Collections.Immutable;
using Lanyard.Policy.Binding;

namespace Lanyard.Policy.Compilation;

/// <summary>One case of a statement: if every facet has one of these values, the statement says this.</summary>
/// <param name="Statement">The statement, by its place in the policy.</param>
/// <param name="Verdict">What it says; <see cref="Verdict.NotCovered"/> where it says nothing about permission.</param>
/// <param name="Role">What part of the statement it carries.</param>
/// <param name="Atoms">The values of the facets, one atom for each facet that matters.</param>
public sealed record Rule(int Statement, Verdict Verdict, RuleRole Role, ImmutableArray<Atom> Atoms)
{
    /// <summary>For each facet, whether the rule looks at it: in so many words, or by what its words imply.</summary>
    public ImmutableArray<bool> LooksAt { get; init; } = [];
}
