using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.People.Import;

/// <summary>What a file speaks of: which kinds of people, in which places, and by which system's ids.</summary>
/// <param name="Places">The kinds of people in each place; the place is <see langword="null"/> for the whole
/// organisation.</param>
/// <param name="Source">The system; <see langword="null"/> for the school's own lists.</param>
internal sealed record FileScope(IReadOnlySet<(PersonKind Kind, SchoolId? School)> Places, string? Source)
{
    /// <summary>Whether somebody keeps a role that their row does not tell, since the file does not speak of
    /// it.</summary>
    public bool Keeps(RoleHeld held, ImportRow row)
    {
        var kind = PersonKinds.Of(held.Role);
        var isElsewhere = held.School is not null && Places.All(place => place.School != held.School);
        if (kind == PersonKind.Pupil)
        {
            // a pupil who moves is at one school
            return isElsewhere && !row.RolesSaid.Any(role => RoleNames.Find(role.Text) == RoleNames.Student);
        }

        return isElsewhere
            || (row.KeepsOtherRoles
            && (!OneRosterBundle.RolesItKnows.Contains(held.Role) || Places.All(place => place.Kind != kind)));
    }

    /// <summary>Whether all that somebody is in the organisation is what the file speaks of.</summary>
    public bool Covers(Person person) =>
        person.Details?.Source == Source && !person.Roles.IsEmpty && PersonKinds.Places(person.Roles)
        .All(Places.Contains);
}
