namespace Lanyard.Records.Storage;

/// <summary>A term under which a row is found.</summary>
/// <param name="Key">The row.</param>
/// <param name="Term">The term.</param>
/// <param name="Sort">What the rows under the term are in order of.</param>
public sealed record IndexEntry(string Key, string Term, string Sort);
