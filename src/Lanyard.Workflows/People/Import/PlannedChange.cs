using System.Collections.Immutable;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.People.Import;

/// <summary>Somebody who would be changed.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Before">The person as they are.</param>
/// <param name="Details">Who it would be.</param>
/// <param name="Roles">The roles they would have.</param>
public sealed record PlannedChange(int Line, Person Before, PersonDetails Details, ImmutableArray<RoleHeld> Roles)
{
    /// <summary>Whether they had left, and come back by this.</summary>
    public bool ComesBack => Before.Left is not null;

    /// <summary>Whether anything about them is new.</summary>
    public bool IsDifferent => Details != Before.Details || !DetailChecks.AreSame(Roles, Before.Roles);

    /// <summary>The person as they would be.</summary>
    public Person After => Before with { Details = Details, Roles = Roles, Left = null };
}
