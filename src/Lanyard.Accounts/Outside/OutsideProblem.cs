namespace Lanyard.Accounts.Outside;

/// <summary>Why somebody cannot sign in by an outside service.</summary>
public enum OutsideProblem
{
    /// <summary>They gave up, or something broke on the way, or the answer belongs to another browser.</summary>
    NotDone,

    /// <summary>They belong to another organisation there.</summary>
    OtherOrganisation,

    /// <summary>The service does not vouch for their address.</summary>
    NotVerified,

    /// <summary>Nobody here has that address.</summary>
    Unknown,
}
