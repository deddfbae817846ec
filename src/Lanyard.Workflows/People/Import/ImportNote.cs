namespace Lanyard.Workflows.People.Import;

/// <summary>What a person should know about how a file was read.</summary>
/// <param name="Line">The line; 0 for the whole file.</param>
/// <param name="Text">What was done.</param>
public sealed record ImportNote(int Line, string Text);
