namespace Lanyard.Workflows.Access;

/// <summary>What a person signs in with besides a password, or in its place.</summary>
public enum SecondFactor
{
    /// <summary>Codes from an authenticator app, and the recovery codes that stand in for them.</summary>
    Codes,

    /// <summary>Passkeys.</summary>
    Passkeys,
}
