namespace Lanyard.Records.Chain;

/// <summary>The end of a chain.</summary>
/// <param name="Sequence">How many entries there are.</param>
/// <param name="Hash">The hash of the last; empty if there is none.</param>
public sealed record ChainHead(long Sequence, string Hash);
