using Lanyard.Domain.People;

namespace Lanyard.Workflows.Access.Cases;

/// <summary>A role that sees cases was taken from somebody, or its holder left.</summary>
/// <param name="Grant">The id of the giving.</param>
/// <param name="Person">Whose role it is.</param>
/// <param name="Role">The role.</param>
public sealed record CaseRoleTaken(Guid Grant, PersonId Person, RoleHeld Role) : CaseGrantEvent(Grant);
