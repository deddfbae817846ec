using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Features.Policies.ListPolicies;

/// <summary>A policy in the list.</summary>
public sealed record PolicyLine(PolicyFile File, string Whom, ReviewCalendar? Review);
