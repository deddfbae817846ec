namespace Lanyard.Import;

/// <summary>A document says more than any policy does.</summary>
internal sealed class TextTooLongException() : Exception("The document has too much text.");
