using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A scenario does not say what should come out.</summary>
/// <param name="Where">The words at fault.</param>
public sealed record ScenarioWithoutExpectation(SourceSpan Where) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0401";

    /// <inheritdoc/>
    public override string Message => "this scenario expects nothing";

    /// <inheritdoc/>
    public override string Help => "add a line such as `→ prohibited by 3.12`";
}
