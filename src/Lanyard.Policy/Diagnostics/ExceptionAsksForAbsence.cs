using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>An exception asks that a permission is not held.</summary>
/// <param name="Where">The words at fault.</param>
public sealed record ExceptionAsksForAbsence(SourceSpan Where) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0305";

    /// <inheritdoc/>
    public override string Message => "this exception asks for the absence of a permission";

    /// <inheritdoc/>
    public override string Help => "an exception asks for a permission, such as `unless a parent has consented in writing`";
}
