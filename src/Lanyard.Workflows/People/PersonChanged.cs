using System.Collections.Immutable;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.People;

/// <summary>A person's details or roles changed.</summary>
public sealed record PersonChanged(PersonId Person, ImmutableArray<RoleHeld> Roles) : PersonEvent(Person);
