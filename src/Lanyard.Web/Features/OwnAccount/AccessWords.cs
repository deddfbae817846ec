using Lanyard.Workflows.Access;

namespace Lanyard.Web.Features.OwnAccount;

/// <summary>How the pages say what changed about how somebody signs in.</summary>
public static class AccessWords
{
    /// <summary>A change in words.</summary>
    public static string Of(AccessChange change) => change switch
    {
        AccessChange.LinkMade => "A sign-in link was made for you",
        AccessChange.PasswordSet => "Your password was set",
        AccessChange.CodesOn => "Codes were turned on",
        AccessChange.CodesOff => "Codes were turned off",
        AccessChange.PasskeyAdded => "A passkey was added",
        AccessChange.PasskeyRemoved => "A passkey was removed",
        AccessChange.Locked => "Too many wrong passwords were entered for your account, so sign-in was held up where they came from",
        AccessChange.SignedOutEverywhere => "Your other sessions were ended",
        AccessChange.TokenMade => "A token for the programming interface was made",
        AccessChange.TokenRevoked => "A token for the programming interface was revoked",
        AccessChange.Invited => "You were invited by email",
        AccessChange.CodesReset => "Your codes were turned off by whoever looks after people in your organisation",
        AccessChange.PasskeysReset => "Your passkeys were removed by whoever looks after people in your organisation",
        AccessChange.RecoveryCodesMade => "Recovery codes were made",
        AccessChange.RecoveryCodeUsed => "A recovery code was used",
        AccessChange.NotDelivered => "An invitation could not be delivered to you by email",
        AccessChange.CodesHeld => "Too many wrong codes were entered by somebody who knows your password, so no code was taken for a while",
        AccessChange.CredentialsEnded => "Every way of signing in that you had before was ended",
        AccessChange.LinkMadeOnServer => "A sign-in link was made for you on the server",
        AccessChange.MailRefused => "An invitation to you was refused by the mail server",
        AccessChange.PasswordSetByLink => "A sign-in link of yours was used, and a password was set",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "Say it in words here."),
    };
}
