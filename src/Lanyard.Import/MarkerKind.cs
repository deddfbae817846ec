namespace Lanyard.Import;

/// <summary>What stands before the text of a paragraph.</summary>
internal enum MarkerKind
{
    None,
    Bullet,
    Number,
    Letter,
}
