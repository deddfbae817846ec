using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A scenario expects something that is not an answer.</summary>
/// <param name="Where">The words at fault.</param>
public sealed record UnknownExpectation(SourceSpan Where) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0402";

    /// <inheritdoc/>
    public override string Message => $"`{Where.Text}` is not something an answer can say";

    /// <inheritdoc/>
    public override string Help => "begin with `permitted`, `prohibited`, `advised against`, `conditional`, `undetermined`, `not covered`, `duty`, `advice`, `procedure`, `conflict`, `due`, `missing`, `complete`, `in scope`, `out of scope`, `reviewed`, `owned`, `ratified`, `read with`, `rests on` or `referred`";
}
