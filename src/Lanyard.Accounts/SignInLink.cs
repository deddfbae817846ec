using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;

namespace Lanyard.Accounts;

/// <summary>A link that lets somebody set a password once.</summary>
/// <param name="Person">Who; <see langword="null"/> for the first administrator, who is nobody yet.</param>
/// <param name="Organisation">The person's organisation.</param>
/// <param name="Ends">When it stops to work.</param>
/// <param name="Email">The person's address when it was made. It works only while they have that, for it may lie in that mailbox; <see langword="null"/> for the first administrator.</param>
public sealed record SignInLink(PersonId? Person, OrganisationId? Organisation, DateTimeOffset Ends, string? Email = null);
