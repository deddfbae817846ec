using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>The front matter is not YAML.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Problem">What the reader of YAML says.</param>
public sealed record FrontMatterUnreadable(SourceSpan Where, string Problem) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0102";

    /// <inheritdoc/>
    public override string Message => $"the front matter cannot be read: {Problem}";

    /// <inheritdoc/>
    public override string Help => "write each fact on its own line, as `name: value`";
}
