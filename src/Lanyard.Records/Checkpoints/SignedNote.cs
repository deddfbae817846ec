using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Lanyard.Records.Checkpoints;

/// <summary>A text with the signatures under it (C2SP signed-note).</summary>
/// <param name="Text">The text, which ends with the end of a line.</param>
/// <param name="Signatures">The signatures.</param>
public sealed record SignedNote(string Text, ImmutableArray<NoteSignature> Signatures)
{
    private const string Dash = "\u2014 ";
    private const int MostSignatures = 32;
    private const int IdBytes = 4;
    private const int LongestSignature = 8192;

    /// <summary>Whether somebody can be called so: no spaces, and no plus sign.</summary>
    public static bool IsName(string name) =>
        name.Length > 0 && !name.Contains('+') && !name.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter));

    /// <summary>The note as it is handed on.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(signature => $"{signature}\n"))}";

    /// <summary>Reads a note. Whether its signatures hold is another question.</summary>
    public static bool TryRead(string whole, [NotNullWhen(true)] out SignedNote? note)
    {
        note = null;
        var end = whole.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end <= 0 || end + 2 >= whole.Length || !whole.EndsWith('\n') || whole.Any(letter => letter < ' ' && letter != '\n'))
        {
            return false;
        }

        var lines = whole[(end + 2)..^1].Split('\n');
        var signatures = ReadLines(lines);
        if (signatures is null)
        {
            return false;
        }

        note = new(whole[..(end + 1)], [.. signatures]);
        return true;
    }

    /// <summary>Reads lines with signatures; <see langword="null"/> if one of them is none.</summary>
    public static IReadOnlyList<NoteSignature>? ReadLines(IReadOnlyCollection<string> lines)
    {
        var read = lines.Select(Read).OfType<NoteSignature>().ToList();
        return lines.Count is > 0 and <= MostSignatures && read.Count == lines.Count ? read : null;
    }

    /// <summary>Whether the holder of a key signed it.</summary>
    public bool IsSignedBy(NoteKey key) => Signatures.Any(signature => key.IsSigned(Text, signature));

    private static NoteSignature? Read(string line)
    {
        var parts = line.StartsWith(Dash, StringComparison.Ordinal) ? line[Dash.Length..].Split(' ') : [];
        var bytes = new byte[LongestSignature];
        return parts.Length == 2 && IsName(parts[0]) && Convert.TryFromBase64String(parts[1], bytes, out var length)
            && length > IdBytes ? new(parts[0], bytes[..IdBytes], bytes[IdBytes..length]) : null;
    }
}
