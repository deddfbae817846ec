using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A list has commas, but neither "and" nor "or".</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Joiner">The word that should join the last item.</param>
public sealed record UnjoinedList(SourceSpan Where, string Joiner) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0208";

    /// <inheritdoc/>
    public override string Message => "this list does not say how its items are joined";

    /// <inheritdoc/>
    public override string Help => $"write {Joiner} before the last item";
}
