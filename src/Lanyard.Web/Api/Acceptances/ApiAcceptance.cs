namespace Lanyard.Web.Api.Acceptances;

/// <summary>That somebody accepted a version, or has not yet.</summary>
/// <param name="Person">The person's id.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Policy">The policy's id.</param>
/// <param name="Hash">The content hash of the version.</param>
/// <param name="AcceptedAt">When; null if they have not.</param>
internal sealed record ApiAcceptance(string Person, string Name, string Policy, string Hash, DateTimeOffset? AcceptedAt);
