using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A duty to report does not say to whom.</summary>
/// <param name="Where">The words at fault.</param>
public sealed record ReportGoesNowhere(SourceSpan Where) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0511";

    /// <inheritdoc/>
    public override string Message => "this report goes to nobody";

    /// <inheritdoc/>
    public override string Help => "say to whom, and by when: `must report it to the headteacher immediately`";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Finding;
}
