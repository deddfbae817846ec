using System.Collections.Immutable;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A sentence uses a word that is not in the vocabulary.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Word">The word as written.</param>
/// <param name="Known">Every word that may be written.</param>
/// <param name="Expected">What could stand here.</param>
public sealed record UnknownWord(SourceSpan Where, string Word, ImmutableArray<string> Known, string Expected) : Diagnostic(Where)
{
    /// <summary>How the language says it, where that is known.</summary>
    public string? Fix { get; init; }

    /// <inheritdoc/>
    public override string Code => "LAN0201";

    /// <inheritdoc/>
    public override string Message => $"`{Word}` is not a word this policy knows";

    /// <inheritdoc/>
    public override string Help => Fix is { } fix ? $"write `{fix}`" : Suggestion.Nearest(Word, Known) is { } guess
        ? $"did you mean `{guess}`?"
        : $"expected {Expected}; `lanyard vocabulary` lists the words, and `terms:` in the front matter adds your own";
}
