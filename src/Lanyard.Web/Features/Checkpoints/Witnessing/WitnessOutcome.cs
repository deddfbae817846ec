using Lanyard.Records.Checkpoints;

namespace Lanyard.Web.Features.Checkpoints.Witnessing;

/// <summary>What came of asking a witness.</summary>
/// <param name="Finding">What.</param>
/// <param name="Cosignature">Its signature, if it signed.</param>
/// <param name="Size">How many entries it knows, if it said so.</param>
public sealed record WitnessOutcome(WitnessFinding Finding, NoteSignature? Cosignature = null, long? Size = null)
{
    /// <summary>What is wrong with the record, in a sentence; empty if nothing is known to be.</summary>
    /// <param name="name">The name of the witness.</param>
    /// <param name="own">How many entries there are.</param>
    public string Problem(string name, long own) => Finding switch
    {
        WitnessFinding.KnowsMore => $"The witness {name} has signed a record of {Size} entries, and {own} are there: "
            + "entries were cut off, or an earlier copy was put in place.",
        WitnessFinding.KnowsOther => $"The witness {name} has signed other entries than those that are there: the "
            + "record was made anew.",
        _ => "",
    };
}
