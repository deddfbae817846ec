using Lanyard.Domain.Organisations;
using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Policies;

/// <summary>A draft was begun or changed. An approval of an earlier text does not hold for it.</summary>
public sealed record DraftSaved(PolicyId Policy, string Hash, string Title, SchoolId? School) : PolicyEvent(Policy, Hash);
