using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>The front matter lacks a fact that every policy needs.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Key">The missing fact.</param>
/// <param name="Example">An example of its value.</param>
public sealed record MissingKey(SourceSpan Where, string Key, string Example) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0105";

    /// <inheritdoc/>
    public override string Message => $"the front matter does not say `{Key}`";

    /// <inheritdoc/>
    public override string Help => $"add a line such as `{Key}: {Example}`";
}
