using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A JSON situation names a facet twice.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Key">The facet.</param>
public sealed record RepeatedKey(SourceSpan Where, string Key) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0407";

    /// <inheritdoc/>
    public override string Message => $"`{Key}` is given twice";

    /// <inheritdoc/>
    public override string Help => "keep one of the two; several values of one facet are written as a list";
}
