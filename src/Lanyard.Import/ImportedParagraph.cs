namespace Lanyard.Import;

/// <summary>A paragraph, or an item of a list.</summary>
/// <param name="Text">The text on one line.</param>
/// <param name="IsItem">Whether it is an item of a list.</param>
/// <param name="Label">What is printed before an item, such as "(a)"; empty for a bullet.</param>
/// <param name="Depth">How deep in a list of lists an item stands.</param>
public sealed record ImportedParagraph(string Text, bool IsItem, string Label = "", int Depth = 0)
{
    /// <summary>The text with what is printed before it.</summary>
    public string Printed => Label.Length == 0 ? Text : $"{Label} {Text}";
}
