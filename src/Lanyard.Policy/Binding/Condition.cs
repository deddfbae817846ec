using System.Collections.Immutable;

namespace Lanyard.Policy.Binding;

/// <summary>What a sentence says of a situation: all of its parts must be true.</summary>
/// <param name="Parts">The parts.</param>
public sealed record Condition(ImmutableArray<AnyOf> Parts)
{
    /// <summary>The condition that is always true.</summary>
    public static Condition Always { get; } = new([]);

    /// <summary>This condition, and another.</summary>
    public Condition And(Condition other) => new(Parts.AddRange(other.Parts));

    /// <summary>This condition, and one more part.</summary>
    public Condition And(Atom atom) => new(Parts.Add(AnyOf.One(atom)));

    /// <inheritdoc/>
    public bool Equals(Condition? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => Parts.Aggregate(0, HashCode.Combine);
}
