using System.Numerics;

namespace Lanyard.Records.Tree;

/// <summary>Makes proofs about a Merkle tree from the roots of its complete subtrees (RFC 9162, sections 2.1.3 and
/// 2.1.4). A proof for n leaves takes about log n of them.</summary>
/// <param name="nodes">The subtrees.</param>
public sealed class TreeProver(ITreeNodes nodes)
{
    /// <summary>The root of the tree as it was with a number of leaves.</summary>
    public Task<byte[]> RootAsync(long size, CancellationToken cancel) =>
        size == 0 ? Task.FromResult(TreeHash.OfNothing()) : RootAsync(0, size, cancel);

    /// <summary>Proves that a leaf is in the tree: the hashes beside its way to the root, the leaf's sibling
    /// first.</summary>
    /// <param name="index">Which leaf, from zero.</param>
    /// <param name="size">With how many leaves.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<byte[]>> InclusionAsync(long index, long size, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var (path, start, length) = (new List<byte[]>(), 0L, size);
        while (length > 1)
        {
            var left = LeftOf(length);
            if (index < start + left)
            {
                path.Add(await RootAsync(start + left, length - left, cancel));
                length = left;
            }
            else
            {
                path.Add(await RootAsync(start, left, cancel));
                (start, length) = (start + left, length - left);
            }
        }

        path.Reverse();
        return path;
    }

    /// <summary>Proves that a tree only grew: that what it held with a number of leaves it still holds, in the same
    /// places.</summary>
    /// <param name="before">How many leaves it had; nothing needs to be proved of a tree without leaves.</param>
    /// <param name="size">How many it has.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<byte[]>> ConsistencyAsync(long before, long size, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(before);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(before, size);
        var path = new List<byte[]>();
        if (before == 0 || before == size)
        {
            return path;
        }

        var (start, old, length, isKnown) = (0L, before, size, true);
        while (old != length)
        {
            var left = LeftOf(length);
            if (old <= left)
            {
                path.Add(await RootAsync(start + left, length - left, cancel));
                length = left;
            }
            else
            {
                path.Add(await RootAsync(start, left, cancel));
                (start, old, length, isKnown) = (start + left, old - left, length - left, false);
            }
        }

        if (!isKnown)
        {
            path.Add(await RootAsync(start, length, cancel));
        }

        path.Reverse();
        return path;
    }

    // The start is a multiple of the largest power of two that fits, so that every complete part is a subtree.
    private async Task<byte[]> RootAsync(long start, long length, CancellationToken cancel)
    {
        if (BitOperations.IsPow2(length))
        {
            var level = BitOperations.Log2((ulong)length);
            return await nodes.NodeAsync(level, start >> level, cancel);
        }

        var left = LeftOf(length);
        var one = await RootAsync(start, left, cancel);
        var other = await RootAsync(start + left, length - left, cancel);
        return TreeHash.Node(one, other);
    }

    // The largest power of two below the number.
    private static long LeftOf(long length) => 1L << BitOperations.Log2((ulong)length - 1);
}
