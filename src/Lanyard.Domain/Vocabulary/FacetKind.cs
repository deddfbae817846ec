namespace Lanyard.Domain.Vocabulary;

/// <summary>What kind of fact a facet holds, which decides what silence about it means.</summary>
public enum FacetKind
{
    /// <summary>One of a closed list of values. Silence means that it is unknown.</summary>
    Choice,

    /// <summary>Yes or no: value 0 is no, value 1 is yes. Silence means that it is unknown.</summary>
    Fact,

    /// <summary>A consent, approval or assessment that somebody gives. Silence means that it is not held.</summary>
    Permission,
}
