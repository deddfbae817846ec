using System.Collections.Immutable;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.People;

/// <summary>A person as they are now.</summary>
/// <param name="Id">The id.</param>
/// <param name="Details">Who it is; <see langword="null"/> once that has been erased.</param>
/// <param name="Roles">The roles held.</param>
/// <param name="Joined">The day of joining.</param>
/// <param name="Left">The day of leaving, if the person has left.</param>
/// <param name="Absence">When the person is away, if they said so.</param>
public sealed record Person(PersonId Id, PersonDetails? Details, ImmutableArray<RoleHeld> Roles, DateOnly Joined, DateOnly? Left, Absence? Absence)
{
    /// <summary>The name, or words in its place once it has been erased.</summary>
    public string Name => Details?.Name ?? "Somebody whose name was erased";

    /// <summary>Whether the person holds a role, in a school or in the whole organisation.</summary>
    public bool Holds(string role, SchoolId? school = null) =>
        Roles.Any(held => held.Role == role && (held.School is null || school is null || held.School == school));

    /// <summary>Whether the person holds a role of a set of the vocabulary's actors, in a school or in the whole organisation.</summary>
    public bool HoldsAny(ulong roles, SchoolId? school) =>
        Roles.Any(held => (held.School is null || school is null || held.School == school) && RoleNames.Values(held.Role) is not 0 and var values && (values & ~roles) == 0);

    /// <summary>Whether the person belongs to the organisation on a day.</summary>
    public bool IsHere(DateOnly day) => Left is not { } left || day < left;
}
