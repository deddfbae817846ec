namespace Lanyard.Web.Api.Acceptances;

/// <summary>What is accepted.</summary>
/// <param name="Hash">The content hash of the version that was read.</param>
internal sealed record ApiAcceptanceBody(string? Hash = null);
