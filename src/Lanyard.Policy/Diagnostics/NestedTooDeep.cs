using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>The Markdown is nested deeper than anybody can read.</summary>
/// <param name="Where">The words at fault.</param>
public sealed record NestedTooDeep(SourceSpan Where) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0114";

    /// <inheritdoc/>
    public override string Message => "this is nested too deeply to be read";

    /// <inheritdoc/>
    public override string Help => "take out the quotations or lists that stand within each other";
}
