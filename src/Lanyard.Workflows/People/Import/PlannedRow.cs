using System.Collections.Immutable;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.People.Import;

/// <summary>A row of a file that was read without a problem of its own.</summary>
internal sealed record PlannedRow(int Line, Person? Known, PersonDetails Details, ImmutableArray<RoleHeld> Roles);
