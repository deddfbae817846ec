using System.Collections.Immutable;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.People;

/// <summary>A person joined the organisation.</summary>
public sealed record PersonJoined(PersonId Person, ImmutableArray<RoleHeld> Roles) : PersonEvent(Person);
