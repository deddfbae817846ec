using System.Diagnostics.CodeAnalysis;
using Lanyard.Records.Checkpoints;

namespace Lanyard.Web.Features.Checkpoints.Witnessing;

/// <summary>Somebody else's server that signs checkpoints as a witness.</summary>
/// <param name="Address">Where it takes them: what stands before <c>/add-checkpoint</c>.</param>
/// <param name="Key">Its key.</param>
public sealed record Witness(Uri Address, NoteKey Key)
{
    /// <summary>Reads an address and a key with a space between them.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out Witness? witness)
    {
        var parts = text.Split(' ', 2, StringSplitOptions.TrimEntries);
        witness = parts.Length == 2 && Uri.TryCreate(parts[0], UriKind.Absolute, out var address) && IsSafe(address)
            && NoteKey.TryRead(parts[1], out var key) && key.Kind == NoteKeyKind.Witness ? new(address, key) : null;
        return witness is not null;
    }

    // Nobody on the way may answer in its place; on this machine nobody is on the way.
    private static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
