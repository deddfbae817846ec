using System.Security.Cryptography;
using System.Text;

namespace Lanyard.Records.Sealing;

/// <summary>The key under which every other key is kept. It lives outside the store.</summary>
public sealed class MasterKey
{
    private readonly byte[] _key;

    /// <summary>Takes a key of 32 bytes.</summary>
    /// <exception cref="ArgumentException">It is longer or shorter.</exception>
    public MasterKey(ReadOnlySpan<byte> key)
    {
        if (key.Length != Seal.KeyBytes)
        {
            throw new ArgumentException($"A master key has {Seal.KeyBytes} bytes; {key.Length} were given.", nameof(key));
        }

        _key = key.ToArray();
    }

    /// <summary>A new key's bytes.</summary>
    public static byte[] NewBytes() => RandomNumberGenerator.GetBytes(Seal.KeyBytes);

    // A hash that nobody can make without the key, by a key of its own.
    internal string Fingerprint(string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, Seal.KeyBytes, info: "lanyard-fingerprint-1"u8.ToArray()), Encoding.UTF8.GetBytes(text)));

    /// <summary>A key of its own for a purpose, which tells nothing of this one.</summary>
    internal byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, Seal.KeyBytes, info: Encoding.UTF8.GetBytes(purpose));

    internal string Wrap(ReadOnlySpan<byte> key, string name) => Convert.ToBase64String(Seal.Close(_key, key, name));

    internal byte[] Unwrap(string wrapped, string name) => Seal.Open(_key, Convert.FromBase64String(wrapped), name);
}
