using System.Collections.Immutable;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>The front matter has a key that means nothing.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Key">The key as written.</param>
/// <param name="Known">The keys there are.</param>
public sealed record UnknownKey(SourceSpan Where, string Key, ImmutableArray<string> Known) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0103";

    /// <inheritdoc/>
    public override string Message => $"`{Key}` is not a fact that front matter can hold";

    /// <inheritdoc/>
    public override string Help => Suggestion.Nearest(Key, Known) is { } guess
        ? $"did you mean `{guess}`?"
        : $"use one of {string.Join(", ", Known.Select(key => $"`{key}`"))}";
}
