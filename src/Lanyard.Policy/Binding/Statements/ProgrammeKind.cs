namespace Lanyard.Policy.Binding.Statements;

/// <summary>What a programme gives people to do.</summary>
public enum ProgrammeKind
{
    /// <summary>Training to complete.</summary>
    Training,

    /// <summary>This policy to accept.</summary>
    Acceptance,

    /// <summary>Something to be taught to pupils.</summary>
    Teaching,

    /// <summary>Guidance to be offered.</summary>
    Guidance,
}
