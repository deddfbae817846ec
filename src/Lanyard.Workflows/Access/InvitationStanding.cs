namespace Lanyard.Workflows.Access;

/// <summary>Where somebody stands with an invitation to an account.</summary>
public enum InvitationStanding
{
    /// <summary>They can have an account, have none, and were never given a link.</summary>
    Uninvited,

    /// <summary>They were given a link, and have not signed in.</summary>
    Invited,

    /// <summary>They have a way of signing in.</summary>
    HasAccount,

    /// <summary>They have no email address.</summary>
    WithoutAddress,

    /// <summary>Somebody else on the same server signs in with their address.</summary>
    AddressTaken,

    /// <summary>The mail server refuses their address for good.</summary>
    AddressRefused,

    /// <summary>They are a pupil and nothing else.</summary>
    Pupil,

    /// <summary>They have left.</summary>
    Left,
}
