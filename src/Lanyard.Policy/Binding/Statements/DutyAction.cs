namespace Lanyard.Policy.Binding.Statements;

/// <summary>What a duty asks for.</summary>
public enum DutyAction
{
    /// <summary>Report it to somebody.</summary>
    Report,

    /// <summary>Write it down.</summary>
    Record,

    /// <summary>Let somebody know.</summary>
    Inform,
}
