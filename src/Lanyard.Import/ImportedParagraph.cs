namespace Lanyard.Import;

/// <summary>A paragraph, or an item of a list.</summary>
/// <param name="Text">The text on one line.</param>
/// <param name="IsItem">Whether it is an item of a list.</param>
public sealed record ImportedParagraph(string Text, bool IsItem);
