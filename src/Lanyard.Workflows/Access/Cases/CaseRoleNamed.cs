using Lanyard.Domain.People;

namespace Lanyard.Workflows.Access.Cases;

/// <summary>The first holder of a role that sees cases was named by one person. It is held, and waits for a second
/// person.</summary>
/// <param name="Grant">The id of the giving.</param>
/// <param name="Person">Who is to have it.</param>
/// <param name="Role">The role.</param>
/// <param name="Until">Until when a second person can confirm it.</param>
public sealed record CaseRoleNamed(Guid Grant, PersonId Person, RoleHeld Role, DateTimeOffset Until)
    : CaseGrantEvent(Grant);
