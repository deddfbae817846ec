using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>The prose uses an abbreviation that it does not explain.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Abbreviation">The abbreviation.</param>
public sealed record UndefinedAbbreviation(SourceSpan Where, string Abbreviation) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0510";

    /// <inheritdoc/>
    public override string Message => $"`{Abbreviation}` is not explained";

    /// <inheritdoc/>
    public override string Help => $"write it out where it first stands, followed by ({Abbreviation})";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Finding;
}
