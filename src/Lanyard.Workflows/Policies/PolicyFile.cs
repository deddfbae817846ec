using System.Collections.Immutable;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Policies;

/// <summary>A policy with its draft, its versions and its reviews.</summary>
/// <param name="Id">The policy.</param>
/// <param name="Title">Its title.</param>
/// <param name="School">The school that it adds rules for; <see langword="null"/> for a policy of the whole organisation.</param>
/// <param name="Draft">The one draft, if there is one.</param>
/// <param name="Versions">The versions that were put in force, by the day from which they apply.</param>
/// <param name="Reviews">The reviews, oldest first.</param>
public sealed record PolicyFile(
    PolicyId Id, string Title, SchoolId? School, PolicyDraft? Draft, ImmutableArray<PolicyVersionInForce> Versions, ImmutableArray<PolicyReview> Reviews)
{
    /// <summary>The version that applies on a day; <see langword="null"/> before the first.</summary>
    public PolicyVersionInForce? InForceOn(DateOnly day) => Versions.LastOrDefault(version => version.From <= day);

    /// <summary>The version that will apply after a day, if one has been put in force ahead of time.</summary>
    public PolicyVersionInForce? UpcomingAfter(DateOnly day) => Versions.LastOrDefault(version => version.From > day && version.From == Versions.First(next => next.From > day).From);

    /// <summary>The ratification of a text, whether it is in force, was, or is still the draft; <see langword="null"/> if it has none.</summary>
    public Ratification? RatificationOf(string hash) =>
        Draft is { Ratification: { } ratification } draft && draft.Hash == hash ? ratification : Versions.LastOrDefault(version => version.Hash == hash)?.Ratification;
}
