namespace Lanyard.Workflows.Access.Cases;

/// <summary>A second person confirmed the giving of a role that sees cases.</summary>
/// <param name="Grant">The id of the giving.</param>
public sealed record CaseRoleConfirmed(Guid Grant) : CaseGrantEvent(Grant);
