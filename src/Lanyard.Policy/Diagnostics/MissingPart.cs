using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A sentence ends before it has said everything.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Expected">What is missing.</param>
public sealed record MissingPart(SourceSpan Where, string Expected) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0303";

    /// <inheritdoc/>
    public override string Message => "this sentence is not finished";

    /// <inheritdoc/>
    public override string Help => $"expected {Expected}";
}
