namespace Lanyard.Web.Features.Ask;

/// <summary>What stands in the way of an answer.</summary>
public enum AskProblem
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Nothing was typed.</summary>
    NoWords,

    /// <summary>It is not known who asks.</summary>
    NoRole,

    /// <summary>More was typed than is read.</summary>
    TooLong,

    /// <summary>Nothing was chosen.</summary>
    NoChoice,

    /// <summary>Lanyard did not understand it, which is no mistake of the one who asks.</summary>
    NotUnderstood,

    /// <summary>No policy here is about it.</summary>
    Elsewhere,
}
