using MimeKit;

namespace Lanyard.Testing.Mail;

/// <summary>A letter as the mail server took it.</summary>
/// <param name="To">Whom the envelope named.</param>
/// <param name="IsSignedIn">Whether the sender had signed in.</param>
/// <param name="Message">The letter.</param>
/// <param name="Raw">The letter as it came.</param>
public sealed record TakenLetter(string To, bool IsSignedIn, MimeMessage Message, string Raw)
{
    /// <summary>Its Message-ID.</summary>
    public string Id => Message.MessageId ?? "";

    /// <summary>Its subject.</summary>
    public string Subject => Message.Subject ?? "";

    /// <summary>Its text, with one character at the end of each line.</summary>
    public string Body => (Message.TextBody ?? "").ReplaceLineEndings("\n");
}
