using System.Security.Cryptography;
using Lanyard.Records.Tree;

namespace Lanyard.Records.Tests.Tree;

/// <summary>The definitions of RFC 9162, section 2.1, written down as they stand, over all the leaves.</summary>
internal sealed class PlainTree(params byte[][] leaves) : ITreeNodes
{
    public byte[] Root(int size) => Root(leaves[..size]);

    public List<byte[]> Inclusion(int index, int size) => Path(index, leaves[..size]);

    public List<byte[]> Consistency(int before, int size) => SubProof(before, leaves[..size], isKnown: true);

    public Task<byte[]> NodeAsync(int level, long index, CancellationToken cancel) =>
        Task.FromResult(Root(leaves[(int)(index << level)..(int)((index + 1) << level)]));

    public static byte[] Root(byte[][] data)
    {
        if (data.Length == 0)
        {
            return SHA256.HashData([]);
        }

        if (data.Length == 1)
        {
            return SHA256.HashData([0, .. data[0]]);
        }

        var k = Split(data.Length);
        return SHA256.HashData([1, .. Root(data[..k]), .. Root(data[k..])]);
    }

    private static List<byte[]> Path(int m, byte[][] data)
    {
        if (data.Length == 1)
        {
            return [];
        }

        var k = Split(data.Length);
        return m < k ? [.. Path(m, data[..k]), Root(data[k..])] : [.. Path(m - k, data[k..]), Root(data[..k])];
    }

    private static List<byte[]> SubProof(int m, byte[][] data, bool isKnown)
    {
        if (m == data.Length)
        {
            return isKnown ? [] : [Root(data)];
        }

        var k = Split(data.Length);
        return m <= k ? [.. SubProof(m, data[..k], isKnown), Root(data[k..])]
            : [.. SubProof(m - k, data[k..], isKnown: false), Root(data[..k])];
    }

    private static int Split(int n)
    {
        var k = 1;
        while (k * 2 < n)
        {
            k *= 2;
        }

        return k;
    }
}
