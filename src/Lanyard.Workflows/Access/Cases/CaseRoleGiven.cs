using Lanyard.Domain.People;

namespace Lanyard.Workflows.Access.Cases;

/// <summary>A holder of a role that sees cases gave it to somebody else.</summary>
/// <param name="Grant">The id of the giving.</param>
/// <param name="Person">Whose role it is.</param>
/// <param name="Role">The role.</param>
public sealed record CaseRoleGiven(Guid Grant, PersonId Person, RoleHeld Role) : CaseGrantEvent(Grant);
