using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A statement is about people whom the policy says it does not apply to.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Who">The people outside the scope.</param>
/// <param name="Scope">The statement that sets it.</param>
public sealed record OutOfScope(SourceSpan Where, string Who, SourceSpan Scope) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0512";

    /// <inheritdoc/>
    public override string Message => $"this is for {Who}, to whom the policy does not apply";

    /// <inheritdoc/>
    public override string Help => "widen the scope, or take them out of this statement";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Finding;

    /// <inheritdoc/>
    public override (SourceSpan Where, string Label)? Also => (Scope, "the scope is set here");
}
