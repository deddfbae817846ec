namespace Lanyard.Workflows.Evidence;

/// <summary>How well a statement is borne out.</summary>
public enum EvidenceState
{
    /// <summary>Something was done, and the record shows it.</summary>
    Shown,

    /// <summary>People asked about it in the last year and were answered. That shows that it is known, not that it is kept.</summary>
    Asked,

    /// <summary>The application acts on it; nothing has happened in the last year.</summary>
    Ready,

    /// <summary>Something is missing or overdue.</summary>
    Gap,
}
