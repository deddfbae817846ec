using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A deadline is not one.</summary>
/// <param name="Where">The words at fault.</param>
public sealed record NotADeadline(SourceSpan Where) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0306";

    /// <inheritdoc/>
    public override string Message => $"`{Where.Text}` is not a deadline";

    /// <inheritdoc/>
    public override string Help => "write `immediately`, `without delay`, `promptly`, `as soon as identified`, or `within` with a number of hours, days, school days or working days";
}
