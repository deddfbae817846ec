namespace Lanyard.Records.Tree;

/// <summary>Knows the roots of the complete subtrees of a Merkle tree.</summary>
public interface ITreeNodes
{
    /// <summary>The root of the complete subtree with 2^<paramref name="level"/> leaves, of which
    /// <paramref name="index"/> of the same size stand before it.</summary>
    Task<byte[]> NodeAsync(int level, long index, CancellationToken cancel);
}
