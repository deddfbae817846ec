namespace Lanyard.Records.Storage;

/// <summary>A row of a register, or of what Lanyard keeps beside the registers.</summary>
/// <param name="Key">Its key; for a register, the subject of its events.</param>
/// <param name="Body">What it holds, as JSON.</param>
/// <param name="Version">The sequence of the last entry about it; for what is not a register, a number that grows with each change.</param>
/// <param name="Sort">Its order among the others.</param>
/// <param name="Terms">What it can be found by.</param>
public sealed record Row(string Key, string Body, long Version, string Sort, IReadOnlyCollection<string> Terms);
