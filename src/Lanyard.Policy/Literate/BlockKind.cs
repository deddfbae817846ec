namespace Lanyard.Policy.Literate;

/// <summary>What a fenced block of a policy holds.</summary>
public enum BlockKind
{
    /// <summary>Statements, which run.</summary>
    Policy,

    /// <summary>Scenarios, which test the statements.</summary>
    Scenario,

    /// <summary>Statements that an import proposed and a person must confirm.</summary>
    Proposed,
}
