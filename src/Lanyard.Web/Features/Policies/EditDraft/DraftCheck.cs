using Lanyard.Policy.Diagnostics;

namespace Lanyard.Web.Features.Policies.EditDraft;

/// <summary>What a text comes to.</summary>
/// <param name="Summary">In a sentence.</param>
/// <param name="Errors">What must be put right before it can go further.</param>
/// <param name="Findings">What should be put right.</param>
/// <param name="Failures">The scenarios that come out otherwise than the text says.</param>
/// <param name="Gaps">What has no statement or no scenario.</param>
/// <param name="Changes">What would change against the version in force, in sentences.</param>
/// <param name="Replayed">The recorded answers that would now be different.</param>
public sealed record DraftCheck(
    string Summary,
    IReadOnlyList<Diagnostic> Errors,
    IReadOnlyList<Diagnostic> Findings,
    IReadOnlyList<string> Failures,
    IReadOnlyList<string> Gaps,
    IReadOnlyList<string> Changes,
    IReadOnlyList<string> Replayed);
