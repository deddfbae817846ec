using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace Lanyard.Records.Checkpoints;

/// <summary>An Ed25519 key that signs (RFC 8032).</summary>
public sealed class SigningKey
{
    /// <summary>How many bytes a key has, the one that signs and the public one alike.</summary>
    public const int Bytes = 32;

    /// <summary>How many bytes a signature has.</summary>
    public const int SignatureBytes = 64;

    private readonly Ed25519PrivateKeyParameters _key;

    /// <summary>Takes a key of 32 bytes.</summary>
    public SigningKey(byte[] seed) => _key = new(seed);

    /// <summary>The public key to it.</summary>
    public byte[] PublicKey() => _key.GeneratePublicKey().GetEncoded();

    /// <summary>Signs.</summary>
    public byte[] Sign(byte[] message)
    {
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, _key);
        signer.BlockUpdate(message);
        return signer.GenerateSignature();
    }

    /// <summary>Whether the holder of a public key signed.</summary>
    public static bool IsSigned(byte[] publicKey, byte[] message, byte[] signature)
    {
        if (publicKey.Length != Bytes || signature.Length != SignatureBytes)
        {
            return false;
        }

        try
        {
            var signer = new Ed25519Signer();
            signer.Init(forSigning: false, new Ed25519PublicKeyParameters(publicKey));
            signer.BlockUpdate(message);
            return signer.VerifySignature(signature);
        }
        catch (ArgumentException)
        {
            return false; // the bytes are no point of the curve
        }
    }
}
