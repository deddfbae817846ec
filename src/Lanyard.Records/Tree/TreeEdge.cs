using System.Collections.Immutable;
using System.Numerics;

namespace Lanyard.Records.Tree;

/// <summary>The growing edge of a Merkle tree: the roots of its complete subtrees, the largest first. It is all that
/// must be known to add a leaf, and to say the root.</summary>
/// <param name="Size">How many leaves there are.</param>
/// <param name="Nodes">One root for each bit that is set in the size.</param>
public sealed record TreeEdge(long Size, ImmutableArray<byte[]> Nodes)
{
    /// <summary>That of a tree without leaves.</summary>
    public static TreeEdge OfNothing { get; } = new(0, []);

    /// <summary>Whether as many nodes are there as a tree of this size has.</summary>
    public bool IsSound => Size >= 0 && Nodes.Length == BitOperations.PopCount((ulong)Size)
        && Nodes.All(node => node.Length == TreeHash.Bytes);

    /// <summary>The root of the tree.</summary>
    public byte[] Root()
    {
        if (Nodes.IsEmpty)
        {
            return TreeHash.OfNothing();
        }

        var root = Nodes[^1];
        for (var at = Nodes.Length - 2; at >= 0; at--)
        {
            root = TreeHash.Node(Nodes[at], root);
        }

        return root;
    }

    /// <summary>The edge with one leaf more.</summary>
    /// <param name="leaf">The hash of the leaf.</param>
    /// <param name="completed">Told of each subtree that becomes complete: its level above the leaves, which of that
    /// level it is, and its root.</param>
    public TreeEdge With(byte[] leaf, Action<int, long, byte[]>? completed = null)
    {
        var (nodes, node) = (Nodes, leaf);
        for (var level = 0; (Size >> level & 1) == 1; level++)
        {
            node = TreeHash.Node(nodes[^1], node);
            nodes = nodes.RemoveAt(nodes.Length - 1);
            completed?.Invoke(level + 1, Size >> (level + 1), node);
        }

        return new(Size + 1, nodes.Add(node));
    }
}
