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
}
