using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>No duty carries a concern to the safeguarding lead.</summary>
/// <param name="Where">The words at fault.</param>
public sealed record NoSafeguardingRoute(SourceSpan Where) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0505";

    /// <inheritdoc/>
    public override string Message => "no statement brings a safeguarding concern to the designated safeguarding lead";

    /// <inheritdoc/>
    public override string Help => "add a duty such as `When staff encounter content that raises a safeguarding concern, they must report it to the designated safeguarding lead immediately.`";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Finding;
}
