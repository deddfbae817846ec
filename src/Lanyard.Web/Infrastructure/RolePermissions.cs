using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Workflows.Access.Cases;

namespace Lanyard.Web.Infrastructure;

/// <summary>Which roles carry which permissions. The one place where that is said.</summary>
public static class RolePermissions
{
    private static readonly Dictionary<Permission, HashSet<string>> Carriers = new()
    {
        [Permission.ManagePeople] = ["headteacher", "computing lead"],
        [Permission.ManageOrganisation] = ["headteacher", "computing lead"],
        [Permission.ManagePolicies] = ["headteacher", "computing lead"],
        [Permission.SeeEvidence] = ["headteacher", "computing lead", "designated safeguarding lead", "senior leader", "governor", "chair of governors"],
        [Permission.ConfirmCaseRoles] =
        [
            "headteacher", "computing lead", "designated safeguarding lead", "senior leader", "governor", "chair of governors",
        ],
        [Permission.SeeCases] = [.. CaseRoles.All],
    };

    /// <summary>The roles that carry a permission.</summary>
    public static IEnumerable<string> CarriersOf(Permission permission) => Carriers[permission];

    /// <summary>Whether roles allow something in a school, or, where no school is given, in the whole organisation.</summary>
    public static bool Allow(IEnumerable<RoleHeld> roles, Permission permission, SchoolId? school) =>
        IsEverybodys(permission)
            || roles.Any(held =>
            Carriers[permission].Contains(held.Role) && (held.School is null || held.School == school));

    /// <summary>Whether roles allow something in some school at least.</summary>
    public static bool AllowSomewhere(IEnumerable<RoleHeld> roles, Permission permission) =>
        IsEverybodys(permission) || roles.Any(held => Carriers[permission].Contains(held.Role));

    private static bool IsEverybodys(Permission permission) =>
        permission is Permission.BeHere or Permission.ReportConcern;
}
