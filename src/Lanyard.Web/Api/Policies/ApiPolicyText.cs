namespace Lanyard.Web.Api.Policies;

/// <summary>The text of a version of a policy.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="Hash">The content hash of the text.</param>
/// <param name="From">The first day on which it applies.</param>
/// <param name="Text">The text, as Markdown.</param>
internal sealed record ApiPolicyText(string Policy, string Hash, DateOnly From, string Text);
