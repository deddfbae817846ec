namespace Lanyard.Workflows.Access;

/// <summary>What may change about a person's ways of signing in.</summary>
public enum AccessChange
{
    /// <summary>A link was made for signing in for the first time, or again after a lost password.</summary>
    LinkMade,

    /// <summary>A password was set.</summary>
    PasswordSet,

    /// <summary>Codes from an authenticator app are asked for from now on.</summary>
    CodesOn,

    /// <summary>Codes are no longer asked for.</summary>
    CodesOff,

    /// <summary>A passkey was added.</summary>
    PasskeyAdded,

    /// <summary>A passkey was removed.</summary>
    PasskeyRemoved,

    /// <summary>The account was locked after too many wrong passwords.</summary>
    Locked,

    /// <summary>Every session was ended.</summary>
    SignedOutEverywhere,

    /// <summary>A token for the programming interface was made.</summary>
    TokenMade,

    /// <summary>A token was revoked.</summary>
    TokenRevoked,

    /// <summary>An email with a link for signing in for the first time was put in the outbox.</summary>
    Invited,

    /// <summary>Whoever looks after the person turned codes off for them.</summary>
    CodesReset,

    /// <summary>Whoever looks after the person removed their passkeys.</summary>
    PasskeysReset,

    /// <summary>Recovery codes were made, and the earlier ones ended.</summary>
    RecoveryCodesMade,

    /// <summary>A recovery code was used up.</summary>
    RecoveryCodeUsed,

    /// <summary>The email with an invitation was given up, because no mail server took it.</summary>
    NotDelivered,

    /// <summary>No code is taken for a while, after too many wrong ones from somebody who knows the password.</summary>
    CodesHeld,

    /// <summary>Every way of signing in from before was ended, since the person came back or the address passed to somebody new.</summary>
    CredentialsEnded,

    /// <summary>Somebody who runs the server made a sign-in link there.</summary>
    LinkMadeOnServer,

    /// <summary>The mail server refused the email with an invitation for good.</summary>
    MailRefused,

    /// <summary>A sign-in link was used, and a password set by it.</summary>
    PasswordSetByLink,
}
