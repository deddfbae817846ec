using System.Collections.Immutable;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.People.Import;

/// <summary>Somebody who would be added.</summary>
public sealed record PlannedJoin(int Line, PersonDetails Details, ImmutableArray<RoleHeld> Roles);
