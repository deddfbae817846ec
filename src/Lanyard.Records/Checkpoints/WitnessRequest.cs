using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Lanyard.Records.Tree;

namespace Lanyard.Records.Checkpoints;

/// <summary>Asks a witness to sign a checkpoint (C2SP tlog-witness, add-checkpoint).</summary>
/// <param name="Old">How many entries the checkpoint had that the witness signed last.</param>
/// <param name="Proof">That the record only grew since.</param>
/// <param name="Note">The checkpoint, signed by whose record it is.</param>
public sealed record WitnessRequest(long Old, IReadOnlyList<byte[]> Proof, SignedNote Note)
{
    private const string OldWord = "old ";
    private const int MostHashes = 63;

    /// <summary>What is sent.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{OldWord}{Old}\n{string.Concat(Proof.Select(hash => $"{Convert.ToBase64String(hash)}\n"))}\n{Note}");

    /// <summary>Reads what was sent.</summary>
    public static bool TryRead(string body, [NotNullWhen(true)] out WitnessRequest? request)
    {
        request = null;
        var end = body.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = end > 0 ? body[..end].Split('\n') : [];
        if (lines.Length is 0 or > MostHashes + 1 || !lines[0].StartsWith(OldWord, StringComparison.Ordinal)
            || !long.TryParse(lines[0][OldWord.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var old)
            || lines[0] != string.Create(CultureInfo.InvariantCulture, $"{OldWord}{old}")
            || !SignedNote.TryRead(body[(end + 2)..], out var note))
        {
            return false;
        }

        var proof = lines[1..].Select(Hash).OfType<byte[]>().ToList();
        request = proof.Count == lines.Length - 1 ? new(old, proof, note) : null;
        return request is not null;
    }

    private static byte[]? Hash(string line)
    {
        var bytes = new byte[TreeHash.Bytes + 2];
        return Convert.TryFromBase64String(line, bytes, out var length) && length == TreeHash.Bytes
            ? bytes[..length] : null;
    }
}
