using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A sentence does not tell a situation.</summary>
/// <param name="Where">The words at fault.</param>
public sealed record NotASituation(SourceSpan Where) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0404";

    /// <inheritdoc/>
    public override string Message => "this does not tell who does what";

    /// <inheritdoc/>
    public override string Help => "say who does what: `A teacher messages a parent from a personal account.`";
}
