using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Web.Features.People;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Lanyard.Web.Api.People;

/// <summary>What is sent about a person, to add or to change one.</summary>
/// <param name="Name">The full name.</param>
/// <param name="Email">The address, if there is one.</param>
/// <param name="Upn">A pupil's UPN.</param>
/// <param name="YearGroup">A pupil's year group, 0 for reception, -1 and -2 for a nursery.</param>
/// <param name="Roles">The roles, one at least.</param>
internal sealed record ApiPersonBody(string? Name = null, string? Email = null, string? Upn = null, int? YearGroup = null, IReadOnlyList<ApiRole>? Roles = null)
{
    private const int MostRoles = 30;

    /// <summary>Reads it by the rules of the pages.</summary>
    public (PersonDetails Details, IReadOnlyList<RoleHeld> Roles,
        IReadOnlyList<(string Field, string Text)> Errors) Read(
        Who who, IEnumerable<School> schools, PersonDetails? before)
    {
        var sent = (Roles ?? []).Take(MostRoles).Select(role => role ?? new ApiRole("")).ToList(); // null may stand in the list that is sent
        var form = new PersonForm
        {
            FullName = Name ?? "",
            Email = Email ?? "",
            YearGroup = PersonForm.Typed(YearGroup),
            Upn = Upn ?? "",
            Held = [.. sent.Select(role => new RoleEntry { Role = role.Role ?? "", Place = Place(role.School), IsDeputy = role.IsDeputy })],
        };
        form.Offer(who, schools);
        var state = new ModelStateDictionary();
        var (details, roles) = (form.ReadDetails(state, before), form.ReadRoles(state));
        var errors = state.SelectMany(field => field.Value!.Errors.Select(error => (Field(field.Key), error.ErrorMessage))).ToList(); // a field with errors has an entry
        errors.AddRange(sent.Index().Where(role => string.IsNullOrEmpty(role.Item.Role)).Select(role => ($"roles[{role.Index}].role", "Choose a role from the list")));
        if (Roles?.Count > MostRoles)
        {
            errors.Add(("roles", $"Give {MostRoles} roles at the most"));
        }

        return (details, roles, errors);
    }

    /// <summary>The name of a field here, by its name on the pages.</summary>
    public static string Field(string field) => field switch
    {
        "FullName" => "name",
        "Email" => "email",
        "Upn" => "upn",
        "YearGroup" => "yearGroup",
        _ => field.Replace("Held[", "roles[", StringComparison.Ordinal).Replace("].Role", "].role", StringComparison.Ordinal).Replace("].Place", "].school", StringComparison.Ordinal),
    };

    private static string Place(string? school) =>
        school is null ? PersonForm.Whole : Guid.TryParse(school, out var id) ? new SchoolId(id).ToString() : "";
}
