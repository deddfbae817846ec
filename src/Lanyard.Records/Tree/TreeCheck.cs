using Lanyard.Records.Chain;

namespace Lanyard.Records.Tree;

/// <summary>Checks the entries of a chain, one after the other, against the tree that was written with them.</summary>
/// <param name="seal">Seals entries; <see langword="null"/> in a store of an earlier version, where nothing but roots is
/// worked out.</param>
/// <param name="tree">The tree; <see langword="null"/> if there is none.</param>
/// <param name="sizes">At which sizes the root is wanted.</param>
internal sealed class TreeCheck(EntrySeal? seal, RecordTree? tree, IReadOnlySet<long> sizes)
{
    /// <summary>What is wrong with an entry whose code does not fit.</summary>
    public const string WithoutKey = "somebody without the key of these records wrote it";

    private readonly Dictionary<long, byte[]> _roots = [];
    private TreeEdge _edge = TreeEdge.OfNothing;
    private string _head = "";

    /// <summary>The root at a size that was wanted; empty if there are not so many entries.</summary>
    public byte[] RootOf(long size) => size == 0 ? TreeHash.OfNothing() : _roots.GetValueOrDefault(size, []);

    /// <summary>What is wrong with an entry whose hash fits; empty if nothing is.</summary>
    public string See(Entry entry)
    {
        if (seal is not null && entry.Sequence > (tree?.Before ?? 0) && !seal.Fits(entry))
        {
            return WithoutKey;
        }

        _edge = _edge.With(TreeHash.LeafOf(entry.Hash));
        _head = entry.Hash;
        if (sizes.Contains(_edge.Size))
        {
            _roots[_edge.Size] = _edge.Root();
        }

        return "";
    }

    /// <summary>What is wrong with the whole; empty if nothing is.</summary>
    public string Conclude() => Compare(_edge.Size, _head, tree) is { Length: > 0 } problem ? problem
        : tree is not null && !RootOf(tree).SequenceEqual(_edge.Root())
            ? "the tree of the record has another root than its entries make: an entry was changed, and the chain "
                + "made anew"
            : "";

    /// <summary>What is wrong with the end of a chain; empty if nothing is.</summary>
    public static string Compare(long size, string head, RecordTree? tree) =>
        tree is null ? size == 0 ? "" : "the tree of the record is gone: somebody took it away"
        : tree.Size > size ? $"{tree.Size} entries were written, and {size} are there: the last were cut off"
        : tree.Size < size ? $"{tree.Size} entries were written, and {size} are there: somebody put entries in, or put "
            + "an earlier copy of the tree in its place"
        : tree.Head != head ? "the last entry is not the one that was written: the chain was made anew"
        : "";

    private static byte[] RootOf(RecordTree tree) =>
        tree.ToEdge() is { IsSound: true } edge ? edge.Root() : [];
}
