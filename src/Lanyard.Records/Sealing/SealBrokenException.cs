using System.Security.Cryptography;

namespace Lanyard.Records.Sealing;

/// <summary>A row is not as it was sealed: it was changed or moved in the store, or somebody without the key put it
/// there.</summary>
/// <param name="row">Which row.</param>
public sealed class SealBrokenException(string row)
    : CryptographicException($"The row {row} was changed in the file, or put there by somebody else.")
{
    /// <summary>Which row.</summary>
    public string Row => row;
}
