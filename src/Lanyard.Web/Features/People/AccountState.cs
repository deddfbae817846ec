namespace Lanyard.Web.Features.People;

/// <summary>How far a person has come with signing in.</summary>
public enum AccountState
{
    /// <summary>No link was made yet.</summary>
    None,

    /// <summary>A link was made, and not used yet.</summary>
    LinkMade,

    /// <summary>They were invited by email, and have not signed in yet.</summary>
    Invited,

    /// <summary>They were invited by email, and no mail server took it.</summary>
    NotDelivered,

    /// <summary>They have a way of signing in.</summary>
    SignedIn,
}
