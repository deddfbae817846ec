using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A sentence can be read in two ways.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Reading">The one reading.</param>
/// <param name="OtherReading">The other.</param>
/// <param name="Advice">What the author can do; <see langword="null"/> where it takes other words.</param>
public sealed record AmbiguousSentence(SourceSpan Where, string Reading, string OtherReading, string? Advice = null) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0204";

    /// <inheritdoc/>
    public override string Message => $"this can be read in two ways: `{Reading}` and `{OtherReading}`";

    /// <inheritdoc/>
    public override string Help => Advice ?? "use other words, or remove the term that gives these words a second meaning";
}
