namespace Lanyard.Import;

/// <summary>What holds within a pair of braces of an RTF file.</summary>
internal sealed record RtfGroup
{
    public RtfKind Kind { get; init; }

    /// <summary>Why the text in it is left out; <see langword="null"/> if it is read.</summary>
    public string? Left { get; init; }

    /// <summary>Whether nothing of it has been read yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>Whether programs that do not know it are to pass over it.</summary>
    public bool IsStarred { get; init; }

    /// <summary>How many signs follow a character for programs that do not know it.</summary>
    public int Replacement { get; init; } = 1;
}
