using Lanyard.Records.Chain;

namespace Lanyard.Records;

/// <summary>What came of writing.</summary>
/// <param name="Head">The end of the chain afterwards.</param>
/// <param name="IsDone">Whether it was written.</param>
/// <param name="ChangedMeanwhile">The subject that somebody else had changed in the meantime, if that is why it was not.</param>
public sealed record Written(ChainHead Head, bool IsDone, string? ChangedMeanwhile = null)
{
    /// <summary>How many events were written: all of them or none, but for what is written in steps.</summary>
    public int Count { get; init; }
}
