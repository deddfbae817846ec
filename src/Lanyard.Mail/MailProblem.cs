namespace Lanyard.Mail;

/// <summary>What kept a letter from being taken.</summary>
public enum MailProblem
{
    /// <summary>The server could not be reached, does not answer in time, or does not answer as a mail server does.</summary>
    NotReached,

    /// <summary>The server does not offer TLS, and mail is not to go without.</summary>
    WithoutTls,

    /// <summary>The certificate of the server is not one to be believed.</summary>
    CertificateNotBelieved,

    /// <summary>The server does not take the name with its password or token, or knows no way to take them that we
    /// know.</summary>
    SignInRefused,

    /// <summary>The service that gives tokens for the mail server gives none.</summary>
    TokenRefused,

    /// <summary>The server takes no mail from the address that mail is to come from.</summary>
    SenderRefused,

    /// <summary>The server does not take this letter, or not for this recipient.</summary>
    LetterRefused,

    /// <summary>The server broke off, or took too long, in the middle of this letter.</summary>
    BrokenOff,
}
