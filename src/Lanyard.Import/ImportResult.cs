namespace Lanyard.Import;

/// <summary>What came of reading a document: the document, or why it could not be read.</summary>
/// <param name="Document">The document, or <see langword="null"/>.</param>
/// <param name="Problem">Why it could not be read and what to do, or <see langword="null"/>.</param>
public sealed record ImportResult(ImportedDocument? Document, string? Problem);
