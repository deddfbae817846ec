using Lanyard.Records.Chain;

namespace Lanyard.Records;

/// <summary>What came of writing.</summary>
/// <param name="Head">The end of the chain afterwards.</param>
/// <param name="ChangedMeanwhile">The subject that somebody else had changed in the meantime: nothing was written then.</param>
public sealed record Written(ChainHead Head, string? ChangedMeanwhile)
{
    /// <summary>Whether it was written.</summary>
    public bool IsDone => ChangedMeanwhile is null;
}
