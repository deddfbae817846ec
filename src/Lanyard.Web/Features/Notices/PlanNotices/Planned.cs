namespace Lanyard.Web.Features.Notices.PlanNotices;

/// <summary>What the notices of an organisation were last planned from.</summary>
/// <param name="Day">The day.</param>
/// <param name="Sequence">The end of the chain at that time.</param>
public sealed record Planned(DateOnly Day, long Sequence);
