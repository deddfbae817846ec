using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.People;

/// <summary>Which kind of people a role belongs to.</summary>
public static class PersonKinds
{
    /// <summary>The kind of a role.</summary>
    public static PersonKind Of(string role) => role switch
    {
        RoleNames.Student or "former student" => PersonKind.Pupil,
        "parent" or "relative" => PersonKind.Parent,
        "governor" or "chair of governors" => PersonKind.Governor,
        "volunteer" or "contractor" or "partner" => PersonKind.Visitor,
        _ => PersonKind.Staff,
    };

    /// <summary>The kinds and places that roles speak of.</summary>
    public static IEnumerable<(PersonKind Kind, SchoolId? School)> Places(IEnumerable<RoleHeld> roles) =>
        roles.Select(held => (Of(held.Role), held.School)).Distinct();

    /// <summary>A kind of people in words.</summary>
    public static string InWords(this PersonKind kind) => kind switch
    {
        PersonKind.Staff => "staff",
        PersonKind.Pupil => "pupils",
        PersonKind.Parent => "parents",
        PersonKind.Governor => "governors",
        PersonKind.Visitor => "volunteers and contractors",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of people."),
    };
}
