using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Lanyard.Records.Tree;

namespace Lanyard.Records.Checkpoints;

/// <summary>What a record was at a moment, in three lines (C2SP tlog-checkpoint).</summary>
/// <param name="Origin">Whose record it is.</param>
/// <param name="Size">How many entries it had.</param>
/// <param name="Root">The root of the tree over them.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    /// <summary>The text that is signed.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n");

    /// <summary>Reads the text of a checkpoint.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out Checkpoint? checkpoint)
    {
        checkpoint = null;
        var lines = text.Split('\n');
        var root = new byte[TreeHash.Bytes + 2];
        if (lines.Length < 4 || lines[^1].Length > 0 || lines[..^1].Any(line => line.Length == 0)
            || !long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || lines[1] != size.ToString(CultureInfo.InvariantCulture)
            || !Convert.TryFromBase64String(lines[2], root, out var length) || length != TreeHash.Bytes)
        {
            return false;
        }

        checkpoint = new(lines[0], size, root[..length]);
        return true;
    }
}
