using System.Collections.Immutable;
using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Policies;

/// <summary>A draft was put to the groups that the policy names.</summary>
public sealed record ConsultationOpened(PolicyId Policy, string Hash, ImmutableArray<string> Groups, DateOnly Until) : PolicyEvent(Policy, Hash);
