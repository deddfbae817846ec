using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A block holds nothing.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Kind">The kind of block.</param>
public sealed record EmptyBlock(SourceSpan Where, string Kind) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0111";

    /// <inheritdoc/>
    public override string Message => $"this `{Kind}` block is empty";

    /// <inheritdoc/>
    public override string Help => "write a sentence in it, or delete it";
}
