using System.Collections.Immutable;
using Lanyard.Domain.People;
using Lanyard.Workflows.People;

namespace Lanyard.Workflows.Access.Cases;

/// <summary>The roles that see cases: what is written about pupils and about staff. The one place where they are
/// listed.</summary>
/// <remarks>A password alone does not guard such a role, and nobody gives it alone.</remarks>
public static class CaseRoles
{
    /// <summary>The roles, by their names in the vocabulary.</summary>
    public static ImmutableArray<string> All { get; } = ["designated safeguarding lead", "headteacher"];

    /// <summary>Whether a role sees cases.</summary>
    public static bool Include(RoleHeld held) => All.Contains(held.Role);

    /// <summary>Whether a person holds such a role, as a deputy or by themselves.</summary>
    public static bool AreHeldBy(Person person) => person.Roles.Any(Include);

    /// <summary>Whether a role that is held contains another: the same in the same place or a wider one, and no
    /// deputy's where the other is not.</summary>
    public static bool Covers(RoleHeld held, RoleHeld other) =>
        held.Role == other.Role && (!held.IsDeputy || other.IsDeputy)
            && (held.School is null || held.School == other.School);

    /// <summary>The roles that see cases among some, which others do not contain.</summary>
    public static IEnumerable<RoleHeld> Beyond(IEnumerable<RoleHeld> roles, IReadOnlyCollection<RoleHeld> others) =>
        roles.Where(role => Include(role) && !others.Any(held => Covers(held, role)));
}
