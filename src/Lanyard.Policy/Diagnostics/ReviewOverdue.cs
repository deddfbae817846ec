using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>The review date of the policy has passed.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Due">When the review was due.</param>
/// <param name="Last">When the policy was last reviewed.</param>
public sealed record ReviewOverdue(SourceSpan Where, string Due, string Last) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0501";

    /// <inheritdoc/>
    public override string Message => $"the review was due in {Due}; the last one was in {Last}";

    /// <inheritdoc/>
    public override string Help => "review the policy, then set `reviewed:` in the front matter";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Finding;
}
