using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Api.Policies;

/// <summary>A version of a policy.</summary>
/// <param name="Hash">The content hash of its text.</param>
/// <param name="From">The first day on which it applies.</param>
/// <param name="RatifiedBy">The body that ratified it.</param>
/// <param name="RatifiedOn">The day of the meeting.</param>
/// <param name="Minute">Where the minutes say so.</param>
/// <param name="Condition">The condition of the ratification, if there was one.</param>
/// <param name="ConditionMet">How it was met.</param>
/// <param name="Consulted">Whom the organisation consulted before.</param>
internal sealed record ApiVersion(
    string Hash, DateOnly From, string RatifiedBy, DateOnly RatifiedOn, string Minute, string? Condition, string? ConditionMet, IReadOnlyList<string> Consulted)
{
    public static ApiVersion? Of(PolicyVersionInForce? version) => version is null ? null : new(
        version.Hash, version.From, version.Ratification.Body, version.Ratification.On, version.Ratification.Minute, version.Ratification.Condition, version.Ratification.HowMet,
        [.. version.Consultation?.GroupNames ?? []]);
}
