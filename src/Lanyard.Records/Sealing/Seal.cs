using System.Security.Cryptography;
using System.Text;

namespace Lanyard.Records.Sealing;

/// <summary>Seals bytes under a key: AES-256-GCM, a fresh nonce before them and the tag after.</summary>
internal static class Seal
{
    public const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Seals content. What it belongs to is bound in, so that sealed bytes cannot be moved to another entry.</summary>
    public static byte[] Close(ReadOnlySpan<byte> key, ReadOnlySpan<byte> content, string belongsTo)
    {
        var sealedBytes = new byte[NonceBytes + content.Length + TagBytes];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(nonce, content, sealedBytes.AsSpan(NonceBytes, content.Length), sealedBytes.AsSpan(NonceBytes + content.Length), Encoding.UTF8.GetBytes(belongsTo));
        return sealedBytes;
    }

    /// <summary>Opens what was sealed.</summary>
    /// <exception cref="CryptographicException">The key is another, or the bytes were changed or moved.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> sealedBytes, string belongsTo)
    {
        if (sealedBytes.Length < NonceBytes + TagBytes)
        {
            throw new CryptographicException("What was sealed is cut short.");
        }

        var content = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Decrypt(sealedBytes[..NonceBytes], sealedBytes[NonceBytes..^TagBytes], sealedBytes[^TagBytes..], content, Encoding.UTF8.GetBytes(belongsTo));
        return content;
    }
}
