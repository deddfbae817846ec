using Lanyard.Mail;

namespace Lanyard.Web.Features.Notices;

/// <summary>An address of a person that the mail server refuses for good.</summary>
/// <param name="Address">The hash of the address, so that a corrected one is told from it.</param>
/// <param name="Why">Why it does.</param>
/// <param name="At">When it last said so.</param>
public sealed record RefusedAddress(string Address, MailRefusal Why, DateTimeOffset At);
