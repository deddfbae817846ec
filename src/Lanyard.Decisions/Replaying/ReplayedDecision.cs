using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions.Replaying;

/// <summary>A recorded answer, asked again.</summary>
/// <param name="Line">The line of the log it stands on, counted from one.</param>
/// <param name="Was">The verdict that was recorded.</param>
/// <param name="Now">The answer of today's policy.</param>
/// <param name="IsSamePolicy">Whether the recorded answer names the content hash of the policy that was asked again.</param>
public sealed record ReplayedDecision(int Line, Verdict Was, Decision Now, bool IsSamePolicy)
{
    /// <summary>Whether the verdict is the same.</summary>
    public bool IsSame => Was == Now.Verdict;
}
