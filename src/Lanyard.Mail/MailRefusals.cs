using System.Globalization;
using System.Text.RegularExpressions;

namespace Lanyard.Mail;

/// <summary>Reads from an answer of a mail server whether it refuses a letter for good, and why.</summary>
internal static partial class MailRefusals
{
    // Of the codes from 500 on, those below 510 are about commands and those from 530 to 539 about signing in: no
    // letter is at fault.
    private const int FirstAboutLetters = 510;
    private const int FirstAboutSigningIn = 530;
    private const int LastAboutSigningIn = 539;
    private const int LastAboutLetters = 559;
    private const int TooBig = 552;
    private const int Failed = 554;

    /// <summary>Why a letter is refused for good; <see langword="null"/> if it can be tried again.</summary>
    /// <param name="code">The code.</param>
    /// <param name="text">What stood behind it.</param>
    /// <param name="isAboutRecipient">Whether it answers the name of the recipient.</param>
    public static MailRefusal? Of(int code, string text, bool isAboutRecipient) =>
        code is < FirstAboutLetters or >= FirstAboutSigningIn and <= LastAboutSigningIn or > LastAboutLetters ? null
        : Enhanced().Match(text) is { Success: true } match
            ? Of(Number(match, "subject"), Number(match, "detail"), isAboutRecipient)
        : !isAboutRecipient ? MailRefusal.LetterRefused
        : code == TooBig ? MailRefusal.MailboxFull
        : code == Failed ? MailRefusal.NotAllowed
        : MailRefusal.NoSuchAddress;

    // RFC 3463: 1 is the address, 2 the mailbox, 4 the way there, 7 what is allowed.
    private static MailRefusal Of(int subject, int detail, bool isAboutRecipient) => (subject, detail) switch
    {
        (1, 7 or 8) => MailRefusal.NotAllowed, // the address of the sender
        (1, _) => MailRefusal.NoSuchAddress,
        (2, 2) => MailRefusal.MailboxFull,
        (2, 3) => MailRefusal.LetterRefused, // too long
        (2, _) => MailRefusal.MailboxClosed,
        (4, 4) => MailRefusal.NoSuchAddress, // no such domain
        (6, 7 or 9) => MailRefusal.AddressNotPossible, // RFC 6531
        (7, _) => MailRefusal.NotAllowed,
        _ => isAboutRecipient ? MailRefusal.NoSuchAddress : MailRefusal.LetterRefused,
    };

    // Three digits at the most.
    private static int Number(Match match, string name) =>
        int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A\s*5\.(?<subject>\d{1,3})\.(?<detail>\d{1,3})\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Enhanced();
}
