namespace Lanyard.Web.Api.Policies;

/// <summary>A policy.</summary>
/// <param name="Id">The id.</param>
/// <param name="Title">The title.</param>
/// <param name="School">The id of the school that it adds rules for; null for the whole organisation.</param>
/// <param name="InForce">The version in force today.</param>
/// <param name="Upcoming">The version that will be in force from a later day.</param>
/// <param name="Draft">Where the draft stands, for whoever may see it.</param>
/// <param name="ReviewDue">The day by which the next review is due.</param>
internal sealed record ApiPolicy(string Id, string Title, string? School, ApiVersion? InForce, ApiVersion? Upcoming, string? Draft, DateOnly? ReviewDue);
