namespace Lanyard.Web.Features.People.SeePerson;

/// <summary>A version of a policy that a person accepted.</summary>
/// <param name="Policy">The title of the policy.</param>
/// <param name="Version">From when the version applied, in words.</param>
/// <param name="At">When they accepted it.</param>
/// <param name="Name">Under which name.</param>
/// <param name="Address">The page of the policy.</param>
public sealed record AcceptedLine(string Policy, string Version, DateTimeOffset At, string Name, string Address);
