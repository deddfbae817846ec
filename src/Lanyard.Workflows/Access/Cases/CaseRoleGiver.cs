using Lanyard.Domain.People;
using Lanyard.Workflows.People;

namespace Lanyard.Workflows.Access.Cases;

/// <summary>Who gives roles, and what it rests on.</summary>
/// <param name="Person">The giver, as they are.</param>
/// <param name="HasSecondFactor">Whether they are signed in with a second factor.</param>
/// <param name="Now">The moment.</param>
/// <param name="Find">Finds a person as they were before.</param>
/// <param name="WasEverHeld">Whether somebody holds, or ever held, a role.</param>
/// <param name="Grants">The givings that there were.</param>
public sealed record CaseRoleGiver(
    Person Person, bool HasSecondFactor, DateTimeOffset Now, Func<PersonId, Person?> Find, Func<string,
        bool> WasEverHeld, IReadOnlyCollection<CaseGrant> Grants)
{
    /// <summary>How a role comes from this giver to somebody.</summary>
    public CaseRoleGiving Way(PersonId to, RoleHeld role) =>
        !WasEverHeld(role.Role) ? CaseRoleGiving.ToFirst
        : to == Person.Id ? CaseRoleGiving.Never
        : HasSecondFactor && Person.Roles.Any(held => !held.IsDeputy && CaseRoles.Covers(held, role))
        && !Grants.Any(IsOpenFor) ? CaseRoleGiving.ByHolder
        : CaseRoleGiving.ByTwo;

    // One who was named first and is not confirmed yet gives nothing on alone.
    private bool IsOpenFor(CaseGrant grant) => grant.Person == Person.Id && grant.State == CaseGrantState.Named;
}
