namespace Lanyard.Workflows.People.Import;

/// <summary>Why a line of a file cannot be taken, and how to mend it.</summary>
/// <param name="Line">The line.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="Help">What to do.</param>
public sealed record ImportProblem(int Line, string Text, string Help);
