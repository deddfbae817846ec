using System.Collections.Immutable;

namespace Lanyard.Policy.Analysis;

/// <summary>A question about one facet, with a branch for each group of values that lead to the same place.</summary>
internal sealed class DiagramNode : IEquatable<DiagramNode>
{
    private readonly int _hash;

    private DiagramNode(int level, ImmutableArray<Branch> branches)
    {
        (Level, Branches) = (level, branches);
        _hash = branches.Aggregate(level, (hash, branch) => HashCode.Combine(hash, branch.Values, branch.Next));
    }

    public int Level { get; }

    /// <summary>The branches, in the order of where they lead.</summary>
    public ImmutableArray<Branch> Branches { get; }

    public static DiagramNode Of(int level, List<Branch> branches)
    {
        branches.Sort((left, right) => left.Next.CompareTo(right.Next));
        var merged = ImmutableArray.CreateBuilder<Branch>(branches.Count);
        foreach (var (values, next) in branches)
        {
            if (values == 0)
            {
                continue;
            }

            if (merged.Count > 0 && merged[^1].Next == next)
            {
                merged[^1] = new(merged[^1].Values | values, next);
            }
            else
            {
                merged.Add(new(values, next));
            }
        }

        return new(level, merged.ToImmutable());
    }

    /// <summary>Where a value leads; of several values, where the first branch with one of them leads.</summary>
    public int Next(ulong values)
    {
        foreach (var (mine, next) in Branches)
        {
            if ((mine & values) != 0)
            {
                return next;
            }
        }

        return Diagram.Impossible;
    }

    public bool Equals(DiagramNode? other) =>
        other is not null && _hash == other._hash && Level == other.Level && Branches.AsSpan().SequenceEqual(other.Branches.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as DiagramNode);

    public override int GetHashCode() => _hash;
}
