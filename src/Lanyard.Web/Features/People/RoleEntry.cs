namespace Lanyard.Web.Features.People;

/// <summary>A role as somebody chose it on a form.</summary>
public sealed class RoleEntry
{
    /// <summary>The role; empty for none.</summary>
    public string Role { get; set; } = "";

    /// <summary>The school's id, or <see cref="PersonForm.Whole"/>.</summary>
    public string Place { get; set; } = "";

    /// <summary>Whether as a deputy.</summary>
    public bool IsDeputy { get; set; }
}
