namespace Lanyard.Decisions;

/// <summary>The part a statement had in an answer.</summary>
public enum ReasonPart
{
    /// <summary>It gives the verdict.</summary>
    Decides,

    /// <summary>It holds too, and a stronger one gives the verdict.</summary>
    HoldsToo,

    /// <summary>It would have spoken against it, but one of its exceptions holds.</summary>
    Excepted,

    /// <summary>Whether it holds depends on what is not known.</summary>
    MayHold,
}
