namespace Lanyard.Policy.Compilation;

/// <summary>What part of a statement a rule carries.</summary>
public enum RuleRole
{
    /// <summary>The statement holds.</summary>
    Holds,

    /// <summary>The statement would hold, but one of its exceptions does.</summary>
    Excepted,

    /// <summary>Something happens that gives rise to a duty, advice or consequence.</summary>
    Trigger,
}
