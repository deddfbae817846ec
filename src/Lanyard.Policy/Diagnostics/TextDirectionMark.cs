using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A hidden character changes the order in which the text is shown.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Character">The character.</param>
public sealed record TextDirectionMark(SourceSpan Where, char Character) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0113";

    /// <inheritdoc/>
    public override string Message => $"a hidden character (U+{(int)Character:X4}) changes the order in which this is shown";

    /// <inheritdoc/>
    public override string Help => "delete it, so that people read what the policy says";
}
