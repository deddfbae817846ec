using Lanyard.Domain.People;

namespace Lanyard.Web.Api.People;

/// <summary>A role that a person holds.</summary>
/// <param name="Role">The role, by its name in the vocabulary.</param>
/// <param name="School">The school's id; null for the whole organisation.</param>
/// <param name="IsDeputy">Whether as a deputy.</param>
internal sealed record ApiRole(string Role, string? School = null, bool IsDeputy = false)
{
    public static IReadOnlyList<ApiRole> Of(IEnumerable<RoleHeld> roles) => [.. roles.Select(held => new ApiRole(held.Role, held.School?.ToString(), held.IsDeputy))];
}
