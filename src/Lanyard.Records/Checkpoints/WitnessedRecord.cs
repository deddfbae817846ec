using Lanyard.Records.Tree;

namespace Lanyard.Records.Checkpoints;

/// <summary>The checkpoint of a record that was signed last as a witness.</summary>
/// <param name="Size">How many entries it has.</param>
/// <param name="Root">Its root, in Base64.</param>
/// <param name="Note">The whole of it.</param>
public sealed record WitnessedRecord(long Size, string Root, string Note)
{
    /// <summary>That of a record of which none was signed yet.</summary>
    public static WitnessedRecord OfNothing { get; } = new(0, Convert.ToBase64String(TreeHash.OfNothing()), "");
}
