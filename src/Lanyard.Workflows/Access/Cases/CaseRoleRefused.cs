namespace Lanyard.Workflows.Access.Cases;

/// <summary>A second person refused the giving of a role that sees cases.</summary>
/// <param name="Grant">The id of the giving.</param>
public sealed record CaseRoleRefused(Guid Grant) : CaseGrantEvent(Grant);
