using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Policies;

/// <summary>A draft was given up.</summary>
public sealed record DraftDiscarded(PolicyId Policy, string Hash) : PolicyEvent(Policy, Hash);
