namespace Lanyard.Policy.Compilation;

/// <summary>What a policy says of a situation, from the weakest to the strongest; the stronger one wins.</summary>
public enum Verdict
{
    /// <summary>The policy is silent. That is not the same as permitted.</summary>
    NotCovered,

    /// <summary>The policy allows it.</summary>
    Permitted,

    /// <summary>The policy advises against it without prohibiting it.</summary>
    AdvisedAgainst,

    /// <summary>Permitted once the listed consents or approvals are held.</summary>
    Conditional,

    /// <summary>It depends on facts that are not known: for now, don't.</summary>
    Undetermined,

    /// <summary>The policy prohibits it.</summary>
    Prohibited,
}
