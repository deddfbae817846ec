namespace Lanyard.Mail;

/// <summary>How the way to the mail server is encrypted.</summary>
public enum MailSecurity
{
    /// <summary>Not at all. No name and password are given then.</summary>
    None,

    /// <summary>After the greeting, by STARTTLS. A server that does not offer it gets nothing.</summary>
    StartTls,

    /// <summary>From the first byte.</summary>
    Implicit,
}
