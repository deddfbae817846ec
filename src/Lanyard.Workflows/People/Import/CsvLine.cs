namespace Lanyard.Workflows.People.Import;

/// <summary>A record of a CSV file.</summary>
/// <param name="Line">The line on which it begins, the first being 1.</param>
/// <param name="Cells">What its cells hold.</param>
public sealed record CsvLine(int Line, IReadOnlyList<string> Cells);
