using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A JSON situation is not a JSON object.</summary>
/// <param name="Where">The words at fault.</param>
public sealed record NotJson(SourceSpan Where) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0405";

    /// <inheritdoc/>
    public override string Message => "this is not a JSON object";

    /// <inheritdoc/>
    public override string Help => "write an object such as `{ \"actor\": \"teacher\", \"act\": \"message\", \"towards\": \"parent\" }`";
}
