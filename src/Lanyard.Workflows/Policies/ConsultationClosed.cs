using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Policies;

/// <summary>A consultation ended.</summary>
public sealed record ConsultationClosed(PolicyId Policy, string Hash) : PolicyEvent(Policy, Hash);
