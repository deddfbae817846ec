using Lanyard.Domain.People;

namespace Lanyard.Workflows.Access.Cases;

/// <summary>Somebody asked for a role that sees cases on behalf of somebody else. It is not held yet.</summary>
/// <param name="Grant">The id of the giving.</param>
/// <param name="Person">Who is to have it.</param>
/// <param name="Role">The role.</param>
/// <param name="Until">Until when a second person can confirm it.</param>
public sealed record CaseRoleAsked(Guid Grant, PersonId Person, RoleHeld Role, DateTimeOffset Until)
    : CaseGrantEvent(Grant);
