using Lanyard.Policy.Text;

namespace Lanyard.Policy.Syntax;

/// <summary>A word of a sentence, or a mark between words. Articles are left out: they never change a meaning.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A word in lower case; what is between the marks of a quotation.</param>
/// <param name="Where">Where it stands.</param>
public sealed record Token(TokenKind Kind, string Text, SourceSpan Where)
{
    /// <summary>Whether it is this word.</summary>
    public bool Is(string word) => Kind == TokenKind.Word && Text == word;
}
