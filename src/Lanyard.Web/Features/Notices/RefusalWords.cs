using Lanyard.Mail;

namespace Lanyard.Web.Features.Notices;

/// <summary>Says why a mail server refuses a letter for good, and what to do.</summary>
public static class RefusalWords
{
    /// <summary>In words.</summary>
    public static string Of(MailRefusal why) => why switch
    {
        MailRefusal.NoSuchAddress => "The mail server knows no such address: correct it",
        MailRefusal.MailboxClosed => "The mail server says that this mailbox is closed: give another address",
        MailRefusal.MailboxFull => "The mail server says that this mailbox is full: try again when there is room",
        MailRefusal.NotAllowed =>
            "The mail server is not allowed to send to this address: ask the people who run it, then try again",
        MailRefusal.AddressNotPossible =>
            "The mail server cannot write to this address: give one with plain letters (a to z) before the @",
        MailRefusal.LetterRefused => "The mail server refused the email: ask the people who run it, then try again",
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "Say it in words here."),
    };
}
