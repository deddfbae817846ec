using Lanyard.Mail;
using Lanyard.Workflows.Access;
using Lanyard.Workflows.People;

namespace Lanyard.Web.Features.People.InvitePeople;

/// <summary>Somebody and where they stand with an invitation.</summary>
/// <param name="Person">Who.</param>
/// <param name="Standing">Where they stand.</param>
/// <param name="Invited">The day of the last invitation, if there was one.</param>
/// <param name="IsWaiting">Whether a letter with an invitation waits in the outbox.</param>
/// <param name="IsUndelivered">Whether the letter with the last invitation was given up.</param>
/// <param name="Refusal">Why the mail server refuses letters to their address, if it does.</param>
/// <param name="Version">The version of what is known about how they sign in.</param>
public sealed record InvitationLine(
    Person Person,
    InvitationStanding Standing,
    DateOnly? Invited,
    bool IsWaiting,
    bool IsUndelivered,
    MailRefusal? Refusal,
    long Version);
