namespace Lanyard.Policy.References;

/// <summary>What a stale reference was a reference to.</summary>
public enum StaleKind
{
    /// <summary>An Act or a regulation.</summary>
    Law,

    /// <summary>Guidance, or the body that issued it.</summary>
    Guidance,

    /// <summary>A platform.</summary>
    Platform,
}
