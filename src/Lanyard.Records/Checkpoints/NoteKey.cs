using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lanyard.Records.Checkpoints;

/// <summary>Who signs notes, and the public key by which others see that they did.</summary>
/// <param name="Name">The name of the key.</param>
/// <param name="Kind">How its holder signs.</param>
/// <param name="PublicKey">The public key.</param>
public sealed record NoteKey(string Name, NoteKeyKind Kind, byte[] PublicKey)
{
    private const int TimeBytes = sizeof(ulong);
    private const int IdBytes = 4;

    /// <summary>Tells it from other keys of the same name: not a secret, and no proof.</summary>
    public byte[] Id() =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(Name), (byte)'\n', (byte)Kind, .. PublicKey])[..IdBytes];

    /// <summary>The key in one line, to be handed on: name, id and key, with plus signs between them.</summary>
    public override string ToString() =>
        $"{Name}+{Convert.ToHexStringLower(Id())}+{Convert.ToBase64String([(byte)Kind, .. PublicKey])}";

    /// <summary>Reads such a line.</summary>
    public static bool TryRead(string line, [NotNullWhen(true)] out NoteKey? key)
    {
        key = null;
        var parts = line.Trim().Split('+', 3);
        var bytes = new byte[1 + SigningKey.Bytes + 2];
        if (parts.Length != 3 || !SignedNote.IsName(parts[0]) || !Convert.TryFromBase64String(parts[2], bytes, out var length)
            || length != 1 + SigningKey.Bytes || !Enum.IsDefined((NoteKeyKind)bytes[0]))
        {
            return false;
        }

        var read = new NoteKey(parts[0], (NoteKeyKind)bytes[0], bytes[1..length]);
        key = string.Equals(parts[1], Convert.ToHexStringLower(read.Id()), StringComparison.OrdinalIgnoreCase) ? read : null;
        return key is not null;
    }

    /// <summary>Whether the holder of this key signed a text.</summary>
    public bool IsSigned(string text, NoteSignature signature)
    {
        if (signature.Name != Name || !signature.Id.AsSpan().SequenceEqual(Id()))
        {
            return false;
        }

        return Kind == NoteKeyKind.Log ? SigningKey.IsSigned(PublicKey, Encoding.UTF8.GetBytes(text), signature.Content)
            : signature.Content.Length == TimeBytes + SigningKey.SignatureBytes
                && TimeOf(signature) is { } time
                && SigningKey.IsSigned(PublicKey, Timed(text, time), signature.Content[TimeBytes..]);
    }

    /// <summary>When a witness signed; <see langword="null"/> if that cannot be.</summary>
    public static DateTimeOffset? TimeOf(NoteSignature signature) =>
        signature.Content.Length > TimeBytes && BinaryPrimitives.ReadUInt64BigEndian(signature.Content) is var seconds
            && seconds <= (ulong)DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : null;

    /// <summary>Signs a text with the key to this one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="key">The key that signs.</param>
    /// <param name="now">When; a log does not say.</param>
    public NoteSignature Sign(string text, SigningKey key, DateTimeOffset now)
    {
        if (Kind == NoteKeyKind.Log)
        {
            return new(Name, Id(), key.Sign(Encoding.UTF8.GetBytes(text)));
        }

        var content = new byte[TimeBytes + SigningKey.SignatureBytes];
        BinaryPrimitives.WriteUInt64BigEndian(content, (ulong)now.ToUnixTimeSeconds());
        key.Sign(Timed(text, now)).CopyTo(content, TimeBytes);
        return new(Name, Id(), content);
    }

    private static byte[] Timed(string text, DateTimeOffset time) => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {time.ToUnixTimeSeconds()}\n{text}"));
}
