namespace Lanyard.Import;

/// <summary>A line or paragraph as it came out of a file.</summary>
/// <param name="Text">The text.</param>
/// <param name="HeadingLevel">The level of a heading, where the file says that it is one; otherwise 0.</param>
internal sealed record RawLine(string Text, int HeadingLevel = 0)
{
    /// <summary>What the file prints before the paragraph; <see langword="null"/> if the text itself may begin with a
    /// mark.</summary>
    public string? Label { get; init; }

    /// <summary>How deep in a list of lists it stands.</summary>
    public int Depth { get; init; }

    /// <summary>Whether the file says that this is a paragraph of its own, so that it is never a piece of one beside
    /// it.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether it is text for certain, however much it looks like a heading.</summary>
    public bool IsText { get; init; }

    /// <summary>Whether a page ended before it.</summary>
    public bool IsAfterPage { get; init; }

    /// <summary>The cells, if it is a row of a table.</summary>
    public TableRow? Row { get; init; }

    public bool IsBlank => Row is null && string.IsNullOrWhiteSpace(Text);

    public Marker Marker => Label is null ? Marker.Of(Text) : Marker.Labelled(Label, Text);
}
