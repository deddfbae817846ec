using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A period is not one.</summary>
/// <param name="Where">The words at fault.</param>
public sealed record NotAPeriod(SourceSpan Where) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0305";

    /// <inheritdoc/>
    public override string Message => $"`{Where.Text}` is not a period";

    /// <inheritdoc/>
    public override string Help => "write a number and a unit, such as `every 1 year` or `every 6 months`";
}
