namespace Lanyard.Mail;

/// <summary>A letter that is ready to go.</summary>
/// <param name="From">The address that it comes from.</param>
/// <param name="FromName">The name that it comes from.</param>
/// <param name="To">The one address that it is for.</param>
/// <param name="Id">Its Message-ID, without angle brackets.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Body">Its plain text.</param>
/// <param name="Date">When it was written.</param>
public sealed record MailLetter(string From, string FromName, string To, string Id, string Subject, string Body,
    DateTimeOffset Date);
