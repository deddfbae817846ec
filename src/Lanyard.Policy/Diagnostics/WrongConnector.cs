using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A list is joined by the wrong word.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Expected">The word that joins such a list.</param>
public sealed record WrongConnector(SourceSpan Where, string Expected) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0207";

    /// <inheritdoc/>
    public override string Message => $"`{Where.Text}` cannot join this list";

    /// <inheritdoc/>
    public override string Help => $"join it with `{Expected}`: who a rule is for is joined by `and`, everything else by `or`";
}
