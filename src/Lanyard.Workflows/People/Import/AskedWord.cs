namespace Lanyard.Workflows.People.Import;

/// <summary>A word of a file, such as a job title, that is asked about once for all its lines.</summary>
/// <param name="Text">The word as the file has it.</param>
/// <param name="Count">How many people it concerns.</param>
/// <param name="FirstLine">The first line that has it.</param>
/// <param name="Nearest">What it may mean; <see langword="null"/> if every guess would be far-fetched.</param>
public sealed record AskedWord(string Text, int Count, int FirstLine, string? Nearest);
