using System.Collections.Immutable;

namespace Lanyard.Records.Tree;

/// <summary>The Merkle tree over the entries of an organisation, as far as it must be known to add one.</summary>
/// <param name="Size">How many entries it holds.</param>
/// <param name="Edge">Its growing edge: hashes in Base64, as <see cref="TreeEdge"/> orders them.</param>
/// <param name="Head">The hash of the last entry.</param>
/// <param name="Before">How many of the entries were written before entries were sealed each.</param>
internal sealed record RecordTree(long Size, ImmutableArray<string> Edge, string Head, long Before)
{
    /// <summary>The register that holds it, and the roots of its larger subtrees, beside the chain.</summary>
    public const string Register = "tree";

    /// <summary>The key of its row.</summary>
    public const string Key = "edge";

    /// <summary>That of an organisation without entries.</summary>
    public static RecordTree OfNothing { get; } = new(0, [], "", 0);

    /// <summary>Its edge, to go on from.</summary>
    public TreeEdge ToEdge() => new(Size, [.. Edge.Select(Convert.FromBase64String)]);

    /// <summary>A tree with an edge.</summary>
    public static RecordTree Of(TreeEdge edge, string head, long before) =>
        new(edge.Size, [.. edge.Nodes.Select(Convert.ToBase64String)], head, before);
}
