using System.Collections.Immutable;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Diagnostics;

/// <summary>A term is explained by words that are not in the vocabulary.</summary>
/// <param name="Where">The words at fault.</param>
/// <param name="Term">The term.</param>
/// <param name="Meaning">What it is said to mean.</param>
/// <param name="Known">Every word of the vocabulary.</param>
public sealed record TermMeansNothing(SourceSpan Where, string Term, string Meaning, ImmutableArray<string> Known) : Diagnostic(Where)
{
    /// <inheritdoc/>
    public override string Code => "LAN0206";

    /// <inheritdoc/>
    public override string Message => $"`{Meaning}` is not a word of the vocabulary, so `{Term}` means nothing";

    /// <inheritdoc/>
    public override string Help => Suggestion.Nearest(Meaning, Known) is { } guess
        ? $"did you mean `{guess}`?"
        : "explain the term by a word that `lanyard vocabulary` lists";
}
