using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>Something about a policy that its author should know.</summary>
/// <remarks>
/// Diagnostics are data, not exceptions: checking a policy reports every one of them, in the order of the text.
/// There is one sealed record for each, named for what is wrong, with its own page in the reference.
/// </remarks>
/// <param name="Where">The words at fault, and no more than those.</param>
public abstract record Diagnostic(SourceSpan Where)
{
    /// <summary>A code that never changes or moves, such as <c>LAN0201</c>.</summary>
    public abstract string Code { get; }

    /// <summary>What is wrong, as one plain clause: no capital, no full stop, the author's words in backticks.</summary>
    public abstract string Message { get; }

    /// <summary>What the author can do about it.</summary>
    public abstract string Help { get; }

    /// <summary>Whether the policy can run all the same.</summary>
    public virtual Severity Severity => Severity.Error;

    /// <summary>Another place that the diagnostic is about, with a word on its part in it.</summary>
    public virtual (SourceSpan Where, string Label)? Also => null;
}
