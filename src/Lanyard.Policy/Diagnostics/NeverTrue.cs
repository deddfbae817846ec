using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A sentence describes a situation that cannot be.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Clash">The parts that contradict each other.</param>
public sealed record NeverTrue(SourceSpan Where, string Clash) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0304";

    /// <inheritdoc/>
    public override string Message => $"this can never happen: {Clash}";

    /// <inheritdoc/>
    public override string Help => "remove one of the parts that contradict each other";
}
