using System.Collections.Immutable;
using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Policies;

/// <summary>A consultation ended.</summary>
public sealed record ConsultationClosed(PolicyId Policy, string Hash) : PolicyEvent(Policy, Hash)
{
    /// <summary>How many people of each group could sign in and answer; <see langword="null"/> in a record from before that was kept.</summary>
    public ImmutableSortedDictionary<string, int>? Reached { get; init; }
}
