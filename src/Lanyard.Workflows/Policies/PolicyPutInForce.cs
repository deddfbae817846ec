using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Policies;

/// <summary>A ratified text applies from a day on. The one before it is superseded on that day.</summary>
public sealed record PolicyPutInForce(PolicyId Policy, string Hash, DateOnly From) : PolicyEvent(Policy, Hash);
