using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>Nothing says how often the policy is reviewed.</summary>
/// <param name="Where">The words at fault.</param>
public sealed record ReviewMissing(SourceSpan Where) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0503";

    /// <inheritdoc/>
    public override string Message => "nothing says how often this policy is reviewed";

    /// <inheritdoc/>
    public override string Help => "add a statement such as `This policy is reviewed every 1 year by the governing body.`";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Finding;
}
