using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>The front matter gives a fact a value that it cannot have.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Key">The fact.</param>
/// <param name="Expected">What the value should look like.</param>
public sealed record UnreadableValue(SourceSpan Where, string Key, string Expected) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0104";

    /// <inheritdoc/>
    public override string Message => $"`{Where.Text.Trim()}` is not a value for `{Key}`";

    /// <inheritdoc/>
    public override string Help => $"write {Expected}";
}
