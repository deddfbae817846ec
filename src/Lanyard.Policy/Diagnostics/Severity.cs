namespace Lanyard.Policy.Diagnostics;

/// <summary>How much a diagnostic matters.</summary>
public enum Severity
{
    /// <summary>Something in the document should be put right; the policy still runs.</summary>
    Finding,

    /// <summary>The policy cannot be run until this is put right.</summary>
    Error,
}
