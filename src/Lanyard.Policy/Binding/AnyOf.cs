using System.Collections.Immutable;

namespace Lanyard.Policy.Binding;

/// <summary>One part of a sentence: true if at least one of its alternatives is.</summary>
/// <param name="Atoms">The alternatives, at most one for each facet.</param>
public sealed record AnyOf(ImmutableArray<Atom> Atoms)
{
    /// <summary>A part that says one thing.</summary>
    public static AnyOf One(Atom atom) => new([atom]);

    /// <summary>A part out of alternatives, those of one facet drawn together.</summary>
    public static AnyOf Of(IEnumerable<Atom> atoms) =>
        new([.. atoms.GroupBy(atom => atom.Facet).Select(group => new Atom(group.Key, group.Aggregate(0UL, (set, atom) => set | atom.Values)))]);

    /// <inheritdoc/>
    public bool Equals(AnyOf? other) => other is not null && Atoms.SequenceEqual(other.Atoms);

    /// <inheritdoc/>
    public override int GetHashCode() => Atoms.Aggregate(0, HashCode.Combine);
}
