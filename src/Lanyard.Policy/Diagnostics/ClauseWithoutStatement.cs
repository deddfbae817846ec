using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A clause has words but no statement.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Clause">The number of the clause.</param>
public sealed record ClauseWithoutStatement(SourceSpan Where, string Clause) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0109";

    /// <inheritdoc/>
    public override string Message => $"clause {Clause} has no statement";

    /// <inheritdoc/>
    public override string Help => "add a `policy` block; a clause that only informs can say `Advise staff: ...`";
}
