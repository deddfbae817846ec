namespace Lanyard.Workflows.Access.Cases;

/// <summary>Where the giving of a role that sees cases stands.</summary>
public enum CaseGrantState
{
    /// <summary>One person asked for it. It is not held before a second person has confirmed it.</summary>
    Asked,

    /// <summary>It was given to the first holder by one person. It is held, and waits for a second person.</summary>
    Named,

    /// <summary>A second person confirmed it.</summary>
    Confirmed,

    /// <summary>A second person refused it.</summary>
    Refused,

    /// <summary>A holder of the same role gave it.</summary>
    Given,

    /// <summary>It was taken away, or its holder left.</summary>
    Taken,
}
