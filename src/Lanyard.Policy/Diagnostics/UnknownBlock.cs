using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A fenced block is of a kind that Lanyard does not know.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Kind">The word after the fence.</param>
public sealed record UnknownBlock(SourceSpan Where, string Kind) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0112";

    /// <inheritdoc/>
    public override string Message => $"`{Kind}` is not a kind of block";

    /// <inheritdoc/>
    public override string Help => Suggestion.Nearest(Kind, ["policy", "scenario", "proposed"]) is { } guess
        ? $"did you mean `{guess}`?"
        : "a policy has blocks `policy` and `scenario`; write anything else as plain text";
}
