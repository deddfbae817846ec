namespace Lanyard.Import;

/// <summary>What stands before the text of a paragraph.</summary>
internal enum MarkerKind
{
    None,
    Bullet,
    Number,

    /// <summary>A letter, a Roman number or a number in brackets: an item of the clause above it.</summary>
    Letter,
}
