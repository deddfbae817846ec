using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>The policy names a law that never existed, was repealed, or was renamed.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="What">What is wrong with it.</param>
/// <param name="Instead">What to write instead.</param>
/// <param name="Source">Where this was read, and when.</param>
public sealed record StaleLaw(SourceSpan Where, string What, string Instead, string Source) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0506";

    /// <inheritdoc/>
    public override string Message => $"`{Where.Words}`: {What}";

    /// <inheritdoc/>
    public override string Help => $"{Instead} (source: {Source})";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Finding;
}
