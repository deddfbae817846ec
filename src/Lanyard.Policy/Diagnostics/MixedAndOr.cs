using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A list mixes "and" with "or".</summary>
/// <param name="Where">The words at fault.</param>
public sealed record MixedAndOr(SourceSpan Where) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0205";

    /// <inheritdoc/>
    public override string Message => "this list mixes `and` with `or`, so it can be read in two ways";

    /// <inheritdoc/>
    public override string Help => "use one of them; an exception can be continued with `, or unless ...`, and a rule can be split in two";
}
