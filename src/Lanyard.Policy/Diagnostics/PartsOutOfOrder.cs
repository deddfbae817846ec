using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>The parts of a sentence are not in the one order that sentences have.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Part">The part that comes too late.</param>
/// <param name="After">The part it should come before.</param>
public sealed record PartsOutOfOrder(SourceSpan Where, string Part, string After) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0203";

    /// <inheritdoc/>
    public override string Message => $"{Part} stands before {After}";

    /// <inheritdoc/>
    public override string Help => "the parts of a sentence come in this order: what is posted, towards whom, about whom, from which account, on which platform, device and network, where, when, what for";
}
