using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;

namespace Lanyard.Web.Infrastructure;

/// <summary>Who is signed in, as the registers have it now.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Person">The person.</param>
/// <param name="HasSecondFactor">Whether they signed in with more than a password.</param>
public sealed record Who(Organisation Organisation, Person Person, bool HasSecondFactor)
{
    /// <summary>The organisation's id.</summary>
    public OrganisationId At => Organisation.Id;

    /// <summary>The person's id.</summary>
    public PersonId Id => Person.Id;

    /// <summary>Whether they may do something to what belongs to a school, or to the whole organisation.</summary>
    public bool May(Permission permission, SchoolId? school = null) => RolePermissions.Allow(Person.Roles, permission, school);

    /// <summary>Whether they may do something in some school at least.</summary>
    public bool MaySomewhere(Permission permission) => RolePermissions.AllowSomewhere(Person.Roles, permission);

    /// <summary>Whether a school's own rules are also theirs.</summary>
    public bool IsOf(SchoolId? school) => school is null || Person.Roles.Any(held => held.School is null || held.School == school);
}
