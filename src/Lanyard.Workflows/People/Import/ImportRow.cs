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
public sealed record ImportRow(int Line, string? Id, string? Name, string? Email, IReadOnlyList<ImportedRole>? Roles, string? YearGroup, string? Upn, bool KeepsOtherRoles = false);
