using System.Collections.Immutable;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Syntax;

/// <summary>A sentence of a block: one that starts at the margin, with the indented lines that go on with it.</summary>
/// <param name="Tokens">Its words and marks, without the full stop that ends it.</param>
/// <param name="Where">All of it.</param>
/// <param name="Stop">The full stop at its end, or <see langword="null"/> if there is none.</param>
public sealed record Sentence(ImmutableArray<Token> Tokens, SourceSpan Where, Token? Stop)
{
    /// <summary>The sentence on one line, as its author wrote it.</summary>
    public string Text => string.Join(' ', Where.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
