namespace Lanyard.Workflows.People.Import;

/// <summary>A person as a file has them. What the file does not tell is <see langword="null"/> and stays as it is; what it tells to be empty is empty.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Id">The id in the school's own system.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">The address.</param>
/// <param name="Roles">The roles.</param>
/// <param name="YearGroup">The year group.</param>
/// <param name="Upn">The UPN.</param>
/// <param name="KeepsOtherRoles">Whether the person keeps the roles that the form of the file cannot tell.</param>
public sealed record ImportRow(
    int Line, string? Id, string? Name, string? Email, IReadOnlyList<ImportedRole>? Roles, string? YearGroup,
    string? Upn, bool KeepsOtherRoles = false)
{
    /// <summary>The lines that tell of the person: more than one where a file has a line for each post.</summary>
    public IReadOnlyList<int> Lines { get; init; } = [Line];

    /// <summary>The class.</summary>
    public string? Class { get; init; }

    /// <summary>The date of birth, as written.</summary>
    public string? BirthDate { get; init; }

    /// <summary>An address to reach the family by, which is not the person's own.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>The roles of somebody new, where the file tells none.</summary>
    public IReadOnlyList<ImportedRole>? RolesIfNew { get; init; }

    /// <summary>Whether <see cref="Roles"/> are only those that are new, and <see cref="RolesGone"/> those that have
    /// ended.</summary>
    public bool IsRolesDelta { get; init; }

    /// <summary>The roles that have ended.</summary>
    public IReadOnlyList<ImportedRole> RolesGone { get; init; } = [];

    /// <summary>The roles that it speaks of, for somebody new or for anybody.</summary>
    public IReadOnlyList<ImportedRole> RolesSaid => Roles ?? RolesIfNew ?? [];
}
