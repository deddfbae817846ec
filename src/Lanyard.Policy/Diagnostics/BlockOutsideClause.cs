using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A block of statements or scenarios stands before the first clause.</summary>
/// <param name="Where">The words at fault.</param>
public sealed record BlockOutsideClause(SourceSpan Where) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0108";

    /// <inheritdoc/>
    public override string Message => "this block belongs to no clause";

    /// <inheritdoc/>
    public override string Help => "put a heading with a clause number above it, such as `## 1 Purpose`";
}
