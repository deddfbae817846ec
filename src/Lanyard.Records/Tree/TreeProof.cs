namespace Lanyard.Records.Tree;

/// <summary>Checks proofs about a Merkle tree, knowing nothing of it but a root (RFC 9162, sections 2.1.3.2 and
/// 2.1.4.2).</summary>
public static class TreeProof
{
    /// <summary>Whether a proof shows that a leaf is in a tree.</summary>
    /// <param name="leaf">The hash of the leaf.</param>
    /// <param name="index">Which leaf it is, from zero.</param>
    /// <param name="size">How many leaves the tree has.</param>
    /// <param name="root">The root of the tree.</param>
    /// <param name="path">The proof.</param>
    public static bool IsIncluded(byte[] leaf, long index, long size, byte[] root, IReadOnlyList<byte[]> path)
    {
        if (index < 0 || index >= size || !AreHashes([leaf, root, .. path]))
        {
            return false;
        }

        var (node, last, found) = (index, size - 1, leaf);
        foreach (var beside in path)
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                found = TreeHash.Node(beside, found);
                (node, last) = UpFrom(node, last);
            }
            else
            {
                found = TreeHash.Node(found, beside);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && found.AsSpan().SequenceEqual(root);
    }

    /// <summary>Whether a proof shows that a tree only grew from another one.</summary>
    /// <param name="before">How many leaves the earlier tree had.</param>
    /// <param name="size">How many the later one has.</param>
    /// <param name="rootBefore">The root of the earlier tree.</param>
    /// <param name="root">The root of the later one.</param>
    /// <param name="path">The proof.</param>
    public static bool IsConsistent(long before, long size, byte[] rootBefore, byte[] root,
        IReadOnlyList<byte[]> path)
    {
        if (before < 0 || before > size || !AreHashes([rootBefore, root, .. path]))
        {
            return false;
        }

        if (before == 0 || before == size)
        {
            return path.Count == 0 && rootBefore.AsSpan()
                .SequenceEqual(before == size ? root : TreeHash.OfNothing());
        }

        // Where the earlier tree is a complete subtree of the later one, its root is known and not in the proof.
        return (before & (before - 1)) == 0 ? Leads(before, size, rootBefore, root, [rootBefore, .. path])
            : path.Count > 0 && Leads(before, size, rootBefore, root, path);
    }

    private static bool Leads(long before, long size, byte[] rootBefore, byte[] root, IReadOnlyList<byte[]> path)
    {
        var (node, last) = (before - 1, size - 1);
        while ((node & 1) == 1)
        {
            (node, last) = (node >> 1, last >> 1);
        }

        var (foundBefore, found) = (path[0], path[0]);
        foreach (var beside in path.Skip(1))
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                (foundBefore, found) = (TreeHash.Node(beside, foundBefore), TreeHash.Node(beside, found));
                (node, last) = UpFrom(node, last);
            }
            else
            {
                found = TreeHash.Node(found, beside);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && foundBefore.AsSpan().SequenceEqual(rootBefore) && found.AsSpan().SequenceEqual(root);
    }

    // A node that is the last of its level and has nothing to its right stands higher up than others.
    private static (long Node, long Last) UpFrom(long node, long last)
    {
        while ((node & 1) == 0 && node != 0)
        {
            (node, last) = (node >> 1, last >> 1);
        }

        return (node, last);
    }

    private static bool AreHashes(IEnumerable<byte[]> hashes) => hashes.All(hash => hash.Length == TreeHash.Bytes);
}
