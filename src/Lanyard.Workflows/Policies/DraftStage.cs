namespace Lanyard.Workflows.Policies;

/// <summary>Where a draft stands on its way into force.</summary>
public enum DraftStage
{
    /// <summary>It is being written.</summary>
    BeingWritten,

    /// <summary>People are being asked about it.</summary>
    InConsultation,

    /// <summary>People were asked about it.</summary>
    Consulted,

    /// <summary>It was ratified, on a condition that has not been met yet.</summary>
    RatifiedOnCondition,

    /// <summary>It was ratified and can be put in force.</summary>
    Ratified,
}
