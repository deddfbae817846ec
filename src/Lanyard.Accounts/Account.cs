using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;

namespace Lanyard.Accounts;

/// <summary>A person's ways of signing in. Kept beside the record, for it holds secrets.</summary>
public sealed class Account
{
    /// <summary>The person it belongs to.</summary>
    public required PersonId Person { get; init; }

    /// <summary>The person's organisation.</summary>
    public required OrganisationId Organisation { get; init; }

    /// <summary>The address they sign in with.</summary>
    public string Email { get; set; } = "";

    /// <summary>The same in capitals, by which it is found.</summary>
    public string NormalizedEmail { get; set; } = "";

    /// <summary>The hash of the password, if there is one.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with every change of a secret, and ends the sessions before it.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Wrong codes since the last right one.</summary>
    public int WrongCodes { get; set; }

    /// <summary>Until when no code is taken after too many wrong ones.</summary>
    public DateTimeOffset? CodesHeldUntil { get; set; }

    /// <summary>Whether codes from an authenticator app are asked for.</summary>
    public bool TwoFactorEnabled { get; set; }

    /// <summary>The secret shared with the authenticator app.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>The last codes that were taken, newest first, so that a code works once.</summary>
    public IReadOnlyList<string> LastCodes { get; set; } = [];

    /// <summary>The hashes of the recovery codes that are left. Each stands in for a code from the app once.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; set; } = [];

    /// <summary>Whether somebody else took a second factor away and none has been set up since.</summary>
    public bool OwesSecondFactor { get; set; }

    /// <summary>Whether they have signed in with the sign-in service of their organisation.</summary>
    public bool SignsInOutside { get; set; }

    /// <summary>The passkeys.</summary>
    public IList<Passkey> Passkeys { get; init; } = [];

    /// <summary>Whether there is a way of signing in.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool HasWayIn => PasswordHash is not null || Passkeys.Count > 0 || SignsInOutside;

    /// <summary>Whether more than a password is asked for or can be shown.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool HasSecondFactor => TwoFactorEnabled || Passkeys.Count > 0;

    /// <summary>The page that asks for the second factor after a password.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string SecondStep => TwoFactorEnabled ? "/sign-in/code" : "/sign-in/passkey";

    /// <summary>The version of the row it was read from.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public long Version { get; set; }
}
