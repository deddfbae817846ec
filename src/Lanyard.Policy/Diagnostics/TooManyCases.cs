using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A statement multiplies out into more cases than anybody can have meant.</summary>
/// <param name="Where">The statement.</param>
public sealed record TooManyCases(SourceSpan Where) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0307";

    /// <inheritdoc/>
    public override string Message => "this statement has too many cases";

    /// <inheritdoc/>
    public override string Help => "split it into several statements with fewer alternatives each";
}
