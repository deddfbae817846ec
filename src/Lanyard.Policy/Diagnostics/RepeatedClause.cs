using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>Two clauses have the same number.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Clause">The number.</param>
/// <param name="First">Where it stands first.</param>
public sealed record RepeatedClause(SourceSpan Where, string Clause, SourceSpan First) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0106";

    /// <inheritdoc/>
    public override string Message => $"clause {Clause} is here twice";

    /// <inheritdoc/>
    public override string Help => "give one of them another number";

    /// <inheritdoc/>
    public override (SourceSpan Where, string Label)? Also => (First, "the first is here");
}
