using System.Collections.Immutable;
using Lanyard.Records.Chain;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Consistency;

namespace Lanyard.Web.Features.Evidence;

/// <summary>The evidence of an organisation today.</summary>
/// <param name="Day">The day.</param>
/// <param name="Head">The end of the chain that it was worked out from.</param>
/// <param name="OfPeople">What is wrong with the organisation and its people.</param>
/// <param name="Policies">Its policies.</param>
public sealed record EvidenceToday(DateOnly Day, ChainHead Head, ImmutableArray<Inconsistency> OfPeople, ImmutableArray<PolicyToday> Policies)
{
    /// <summary>The policies of which somebody may see the evidence.</summary>
    public IEnumerable<PolicyToday> For(Who who) => Policies.Where(policy => who.May(Permission.SeeEvidence, policy.File.School));

    /// <summary>What is not as it should be, as far as somebody may see it.</summary>
    public IEnumerable<Inconsistency> InconsistenciesFor(Who who) =>
        [.. who.May(Permission.SeeEvidence) ? OfPeople : [], .. For(who).SelectMany(policy => policy.OfFile), .. InForceFor(who).SelectMany(policy => policy.OfVersion)];

    /// <summary>Those of them that have a version in force.</summary>
    public IEnumerable<PolicyToday> InForceFor(Who who) => For(who).Where(policy => policy.Version is not null);
}
