using System.Security.Cryptography;

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

    internal string Wrap(ReadOnlySpan<byte> key, string name) => Convert.ToBase64String(Seal.Close(_key, key, name));

    internal byte[] Unwrap(string wrapped, string name) => Seal.Open(_key, Convert.FromBase64String(wrapped), name);
}
