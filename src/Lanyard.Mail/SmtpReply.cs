namespace Lanyard.Mail;

/// <summary>What a mail server answered.</summary>
/// <param name="Code">The code.</param>
/// <param name="Lines">The text of each line.</param>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines);
