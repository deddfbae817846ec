namespace Lanyard.Import;

/// <summary>A line or paragraph as it came out of a file.</summary>
/// <param name="Text">The text; cells of a table are parted by tabs.</param>
/// <param name="HeadingLevel">The level of a heading, where the file says that it is one; otherwise 0.</param>
internal sealed record RawLine(string Text, int HeadingLevel = 0)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}
