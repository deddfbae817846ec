namespace Lanyard.Records;

/// <summary>A row of a register with its version, which tells whether it has changed since.</summary>
/// <typeparam name="TRow">What the row holds.</typeparam>
/// <param name="Value">What it holds.</param>
/// <param name="Version">The sequence of the last entry about it.</param>
/// <param name="Place">Where it stands among the others.</param>
public sealed record Kept<TRow>(TRow Value, long Version, Storage.RowPlace Place);
