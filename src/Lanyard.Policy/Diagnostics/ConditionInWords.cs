using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A condition is left to a person although the language can say it.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Condition">The condition.</param>
public sealed record ConditionInWords(SourceSpan Where, string Condition) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0309";

    /// <inheritdoc/>
    public override string Message => $"the language can say `{Condition}`, so no person needs to judge it";

    /// <inheritdoc/>
    public override string Help => "write it without quotation marks";
}
