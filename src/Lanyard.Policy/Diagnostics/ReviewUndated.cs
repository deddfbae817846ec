using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>Nothing says when the policy was last reviewed.</summary>
/// <param name="Where">The words at fault.</param>
public sealed record ReviewUndated(SourceSpan Where) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0502";

    /// <inheritdoc/>
    public override string Message => "nothing says when this policy was last reviewed";

    /// <inheritdoc/>
    public override string Help => "set `reviewed:` in the front matter to the month of the last review, such as `reviewed: 2026-09`";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Finding;
}
