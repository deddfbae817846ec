namespace Lanyard.Import;

/// <summary>What a group of an RTF file is.</summary>
internal enum RtfKind
{
    Text,

    /// <summary>What a list prints before a paragraph.</summary>
    Label,

    /// <summary>A footnote.</summary>
    Note,

    /// <summary>Fonts, pictures and whatever else is no text.</summary>
    Unread,
}
