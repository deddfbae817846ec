namespace Lanyard.Mail;

/// <summary>What was set about the mail server, as it was typed.</summary>
public sealed class MailSettings
{
    /// <summary>The address, such as <c>smtp://mail.school.example:587</c>.</summary>
    public required string Address { get; init; }

    /// <summary>none, starttls or implicit; <see langword="null"/> for what the address suggests.</summary>
    public string? Tls { get; init; }

    /// <summary>The name to sign in with.</summary>
    public string? User { get; init; }

    /// <summary>The password.</summary>
    public string? Password { get; init; }

    /// <summary>The file that holds the password.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>The file with the only certificates that are believed.</summary>
    public string? AuthorityFile { get; init; }

    /// <summary>Who gives the tokens that stand in for a password: <c>microsoft:TENANT</c>, <c>google</c>, or the
    /// address of a token endpoint.</summary>
    public string? OAuth { get; init; }

    /// <summary>The id under which Lanyard is registered there.</summary>
    public string? ClientId { get; init; }

    /// <summary>The file that holds the secret of that registration.</summary>
    public string? ClientSecretFile { get; init; }

    /// <summary>The file that holds the refresh token, where a person allowed Lanyard to send in their name.</summary>
    public string? RefreshTokenFile { get; init; }

    /// <summary>What to ask a token for; <see langword="null"/> for what the service calls sending mail.</summary>
    public string? Scope { get; init; }
}
