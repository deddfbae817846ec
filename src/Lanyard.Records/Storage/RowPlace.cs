namespace Lanyard.Records.Storage;

/// <summary>A place in the order of a register, to go on from.</summary>
public sealed record RowPlace(string Sort, string Key);
