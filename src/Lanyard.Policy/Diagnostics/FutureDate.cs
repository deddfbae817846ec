using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>The front matter gives a date that has not come yet.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="What">What is said to have happened then.</param>
/// <param name="Date">The date.</param>
public sealed record FutureDate(SourceSpan Where, string What, string Date) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0513";

    /// <inheritdoc/>
    public override string Message => $"{What} is dated {Date}, which has not come yet";

    /// <inheritdoc/>
    public override string Help => "write the day on which it happened, or leave it out until it has";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Finding;
}
