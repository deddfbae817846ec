namespace Lanyard.Web.Features.OwnAccount.QrCodes;

/// <summary>Makes the codewords of a QR code: the data, then Reed-Solomon error correction, both interleaved by block.</summary>
internal static class QrData
{
    private const int ByteMode = 0b0100;
    private const int Polynomial = 0x11D; // x^8 + x^4 + x^3 + x^2 + 1, over which the field of 256 elements is made

    private static readonly byte[] Padding = [0xEC, 0x11];

    /// <summary>The codewords in the order in which they are drawn.</summary>
    public static byte[] Codewords(byte[] bytes, QrVersion version)
    {
        var blocks = Data(bytes, version).Chunk(version.Data).ToArray();
        var corrections = blocks.Select(block => Correction(block, version.Correction)).ToArray();
        return [.. Interleave(blocks, version.Data), .. Interleave(corrections, version.Correction)];
    }

    // Four bits of mode and eight of length put the bytes half a byte out of step.
    private static byte[] Data(byte[] bytes, QrVersion version)
    {
        var data = new byte[version.Blocks * version.Data];
        data[0] = (byte)((ByteMode << 4) | (bytes.Length >> 4));
        data[1] = (byte)(bytes.Length << 4);
        for (var at = 0; at < bytes.Length; at++)
        {
            data[at + 1] |= (byte)(bytes[at] >> 4);
            data[at + 2] = (byte)(bytes[at] << 4);
        }

        for (var at = bytes.Length + 2; at < data.Length; at++)
        {
            data[at] = Padding[(at - bytes.Length) % 2];
        }

        return data;
    }

    private static IEnumerable<byte> Interleave(byte[][] blocks, int length) =>
        Enumerable.Range(0, length).SelectMany(at => blocks.Select(block => block[at]));

    // The remainder of dividing the data by the generator.
    private static byte[] Correction(byte[] data, int count)
    {
        var generator = Generator(count);
        var remainder = new byte[count];
        foreach (var codeword in data)
        {
            var factor = codeword ^ remainder[0];
            remainder.AsSpan(1).CopyTo(remainder);
            remainder[^1] = 0;
            for (var at = 0; at < count; at++)
            {
                remainder[at] ^= Times(generator[at], factor);
            }
        }

        return remainder;
    }

    // (x - 1)(x - 2)(x - 4) ..., the highest power first and left out, for its factor is one.
    private static byte[] Generator(int count)
    {
        var generator = new byte[count];
        generator[^1] = 1;
        var root = 1;
        for (var factor = 0; factor < count; factor++)
        {
            for (var at = 0; at < count; at++)
            {
                generator[at] = (byte)(Times(generator[at], root) ^ (at + 1 < count ? generator[at + 1] : 0));
            }

            root = Times(root, 2);
        }

        return generator;
    }

    private static byte Times(int left, int right)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
        {
            product = (product << 1) ^ ((product >> 7) * Polynomial);
            product ^= ((right >> bit) & 1) * left;
        }

        return (byte)product;
    }
}
