using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A sentence is none of the eight kinds of statement.</summary>
/// <param name="Where">The words at fault.</param>
public sealed record NotAStatement(SourceSpan Where) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0301";

    /// <inheritdoc/>
    public override string Message => "this is not a statement";

    /// <inheritdoc/>
    public override string Help => "say who `must`, `must not`, `should`, `should not` or `may` do what; or begin with `When`, `Advise`, `A breach by`, `This policy` or `In this policy`";
}
