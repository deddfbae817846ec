using Lanyard.Domain.People;
using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Acceptances;

/// <summary>That a person accepted a version of a policy.</summary>
public sealed record Acceptance(PersonId Person, PolicyId Policy, string Hash, DateTimeOffset At);
