using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>An import proposed this, and nobody has confirmed it.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Clause">The number of the clause.</param>
public sealed record UnconfirmedProposal(SourceSpan Where, string Clause) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0110";

    /// <inheritdoc/>
    public override string Message => $"clause {Clause} holds a proposal that nobody has confirmed";

    /// <inheritdoc/>
    public override string Help => "read it against the sentence above it; then change `proposed` to `policy` and delete its `From:` line, or delete the block";
}
