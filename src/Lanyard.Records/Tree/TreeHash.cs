using System.Security.Cryptography;

namespace Lanyard.Records.Tree;

/// <summary>The hashes of a Merkle tree, as RFC 9162, section 2.1.1, makes them with SHA-256.</summary>
/// <remarks>A leaf and an inner node begin with different bytes, so that neither can be passed off as the
/// other.</remarks>
public static class TreeHash
{
    /// <summary>How many bytes a hash has.</summary>
    public const int Bytes = SHA256.HashSizeInBytes;

    private const byte LeafMark = 0;
    private const byte NodeMark = 1;

    /// <summary>The root of a tree without leaves.</summary>
    public static byte[] OfNothing() => SHA256.HashData([]);

    /// <summary>The hash of a leaf.</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> content) => SHA256.HashData([LeafMark, .. content]);

    /// <summary>The hash of the leaf of an entry: its content are the 32 bytes of the entry's own hash.</summary>
    /// <exception cref="FormatException">The hash is not hexadecimal.</exception>
    public static byte[] LeafOf(string entryHash) => Leaf(Convert.FromHexString(entryHash));

    /// <summary>The hash of a node from those of its two children.</summary>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> both = stackalloc byte[1 + (2 * Bytes)];
        both[0] = NodeMark;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + Bytes)..]);
        return SHA256.HashData(both);
    }
}
