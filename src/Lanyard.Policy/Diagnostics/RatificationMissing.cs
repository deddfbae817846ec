using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>Nothing says that the policy was ratified.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Version">The current version.</param>
public sealed record RatificationMissing(SourceSpan Where, string Version) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0504";

    /// <inheritdoc/>
    public override string Message => $"nothing says that version {Version} was ratified";

    /// <inheritdoc/>
    public override string Help => "add the ratification to `history:`, such as `{ version: 2, date: 2026-09, action: ratified, by: the governing body }`";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Finding;
}
