using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Policies;

/// <summary>The condition of a ratification was met.</summary>
public sealed record ConditionMet(PolicyId Policy, string Hash, string How) : PolicyEvent(Policy, Hash);
