using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A sentence does not end.</summary>
/// <param name="Where">The words at fault.</param>
public sealed record MissingFullStop(SourceSpan Where) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0302";

    /// <inheritdoc/>
    public override string Message => "this sentence does not end with a full stop";

    /// <inheritdoc/>
    public override string Help => "end it with a full stop; a line that goes on with a sentence is indented";
}
