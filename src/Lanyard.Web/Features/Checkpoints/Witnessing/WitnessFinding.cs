namespace Lanyard.Web.Features.Checkpoints.Witnessing;

/// <summary>What came of asking a witness.</summary>
public enum WitnessFinding
{
    /// <summary>It signed: the record only grew since it last did.</summary>
    HasSigned,

    /// <summary>It knows more entries than there are: entries were cut off, or an earlier copy was put back.</summary>
    KnowsMore,

    /// <summary>It knows other entries than those that are there: the record was made anew.</summary>
    KnowsOther,

    /// <summary>It does not sign for this record: it was not told its key.</summary>
    NotKnown,

    /// <summary>It did not answer, or not as a witness does.</summary>
    NotReached,
}
