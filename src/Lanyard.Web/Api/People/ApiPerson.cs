using Lanyard.Workflows.People;

namespace Lanyard.Web.Api.People;

/// <summary>A person.</summary>
internal sealed record ApiPerson(
    string Id, string Name, string? Email, string? ExternalId, string? Upn, int? YearGroup, IReadOnlyList<ApiRole> Roles, DateOnly Joined, DateOnly? Left, ApiPerson.Days? Absence)
{
    public static ApiPerson Of(Person person) => new(
        person.Id.ToString(), person.Name, person.Details?.Email, person.Details?.ExternalId, person.Details?.Upn, person.Details?.YearGroup,
        ApiRole.Of(person.Roles), person.Joined, person.Left, person.Absence is { } away ? new(away.From, away.To) : null);

    /// <summary>Days on which they are away.</summary>
    internal sealed record Days(DateOnly From, DateOnly To);
}
