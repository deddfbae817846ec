using Lanyard.Mail;
using Lanyard.Workflows.People;

namespace Lanyard.Web.Features.People;

/// <summary>Where a person stands: whether they are here, and whether they can sign in.</summary>
/// <param name="Person">The person.</param>
/// <param name="Account">How far they have come with signing in.</param>
/// <param name="Invited">The day on which they were last given a link or invited, if they have not signed in.</param>
/// <param name="Today">The day.</param>
/// <param name="Refusal">Why the mail server refuses letters to their address, if it does.</param>
public sealed record PersonStatus(
    Person Person, AccountState Account, DateOnly? Invited, DateOnly Today, MailRefusal? Refusal = null);
