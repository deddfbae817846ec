using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>Known words stand where they cannot.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Expected">What could stand here.</param>
public sealed record UnexpectedWords(SourceSpan Where, string Expected) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0202";

    /// <inheritdoc/>
    public override string Message => $"`{Where.Words}` cannot stand here";

    /// <inheritdoc/>
    public override string Help => $"expected {Expected}";
}
