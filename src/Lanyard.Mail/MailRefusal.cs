namespace Lanyard.Mail;

/// <summary>Why a mail server refuses a letter for good (RFC 5321 §4.2.1, RFC 3463).</summary>
public enum MailRefusal
{
    /// <summary>It knows no such address.</summary>
    NoSuchAddress,

    /// <summary>The mailbox is there, and takes nothing any more.</summary>
    MailboxClosed,

    /// <summary>The mailbox is full.</summary>
    MailboxFull,

    /// <summary>The server may not send to this address, or is not allowed to for this sender.</summary>
    NotAllowed,

    /// <summary>The address has letters that the server cannot write (it offers no SMTPUTF8, RFC 6531).</summary>
    AddressNotPossible,

    /// <summary>It does not take this letter.</summary>
    LetterRefused,
}
