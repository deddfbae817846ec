namespace Lanyard.Records.Storage;

/// <summary>Which rows of a register to read.</summary>
/// <param name="Register">The register.</param>
/// <param name="Term">A term that they are found by; <see langword="null"/> for all.</param>
/// <param name="After">The row to go on after; <see langword="null"/> to start.</param>
/// <param name="Take">How many at the most.</param>
/// <param name="IsBackwards">Whether to go towards the beginning: the rows before the place, the nearest first; without a place, from the end.</param>
public sealed record RowQuery(string Register, string? Term = null, RowPlace? After = null, int Take = int.MaxValue, bool IsBackwards = false);
