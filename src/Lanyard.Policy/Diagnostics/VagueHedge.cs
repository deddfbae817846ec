using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>The prose hedges, so nobody can tell whether it was kept to.</summary>
/// <param name="Where">The words at fault.</param>
public sealed record VagueHedge(SourceSpan Where) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0509";

    /// <inheritdoc/>
    public override string Message => $"`{Where.Words}` leaves open when this holds";

    /// <inheritdoc/>
    public override string Help => "say when it holds, or who decides";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Finding;
}
