namespace Lanyard.Policy.Binding.Statements;

/// <summary>How strongly a rule speaks.</summary>
public enum Modality
{
    /// <summary>It may be done.</summary>
    May,

    /// <summary>It should be done: leaving it out is advised against.</summary>
    Should,

    /// <summary>It should not be done: doing it is advised against.</summary>
    ShouldNot,

    /// <summary>It must be done: leaving it out is prohibited.</summary>
    Must,

    /// <summary>It must not be done: doing it is prohibited.</summary>
    MustNot,
}
