namespace Lanyard.Workflows.Access;

/// <summary>One change to a person's ways of signing in.</summary>
public sealed record AccessHistoryLine(AccessChange Change, DateTimeOffset At);
