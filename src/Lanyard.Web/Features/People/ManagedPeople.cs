using System.Collections.Immutable;
using Lanyard.Domain.Organisations;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.People;

namespace Lanyard.Web.Features.People;

/// <summary>Whose people are whose to look after.</summary>
public static class ManagedPeople
{
    /// <summary>The roles that carry it.</summary>
    public static ImmutableArray<string> Carriers { get; } = [.. Roles.All.Where(role => RolePermissions.Allow([new(role, School: null)], Permission.ManagePeople, school: null))];

    /// <summary>Whether somebody looks after a person: after every school in which that person has a role.</summary>
    public static bool MayManage(this Who who, Person person) =>
        person.Roles.IsEmpty ? who.MayManagePeople(school: null) : person.Roles.All(held => who.MayManagePeople(held.School));

    /// <summary>Whether somebody looks after the people of a school, or of the whole organisation.</summary>
    public static bool MayManagePeople(this Who who, SchoolId? school) => who.May(Permission.ManagePeople, school);

    /// <summary>What deciding about people rests on.</summary>
    public static PersonRules Rules(DateOnly today) => new(today, held => RolePermissions.Allow([held], Permission.ManagePeople, school: null));
}
