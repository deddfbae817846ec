using System.Collections.Immutable;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Syntax;

/// <summary>Cuts a sentence into words and marks.</summary>
public static class Lexer
{
    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal) { "a", "an", "the", "any" };

    /// <summary>Reads one sentence.</summary>
    public static Sentence Read(SourceSpan where)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        for (var at = where.Start; at < where.End;)
        {
            at = char.IsWhiteSpace(where.Source.Content[at]) ? at + 1 : ReadToken(where, at, tokens);
        }

        var stop = tokens.Count > 0 && tokens[^1].Kind == TokenKind.Stop ? tokens[^1] : null;
        if (stop is not null)
        {
            tokens.RemoveAt(tokens.Count - 1);
        }

        return new(tokens.ToImmutable(), where, stop);
    }

    private static int ReadToken(SourceSpan where, int at, ImmutableArray<Token>.Builder tokens)
    {
        var source = where.Source;
        var letter = source.Content[at];
        switch (letter)
        {
            case ',' or ':' or '.' or '→':
                var kind = letter switch { ',' => TokenKind.Comma, ':' => TokenKind.Colon, '.' => TokenKind.Stop, _ => TokenKind.Arrow };
                tokens.Add(new(kind, $"{letter}", source.Span(at, 1)));
                return at + 1;
            case '-' when at + 1 < where.End && source.Content[at + 1] == '>':
                tokens.Add(new(TokenKind.Arrow, "→", source.Span(at, 2)));
                return at + 2;
            case '"' or '“':
                return ReadQuoted(where, at, tokens);
            case var first when char.IsLetterOrDigit(first):
                return ReadWord(where, at, tokens);
            default:
                tokens.Add(new(TokenKind.Other, $"{letter}", source.Span(at, 1)));
                return at + 1;
        }
    }

    private static int ReadQuoted(SourceSpan where, int at, ImmutableArray<Token>.Builder tokens)
    {
        var close = where.Source.Content.AsSpan(at + 1, where.End - at - 1).IndexOfAny('"', '”');
        var end = close < 0 ? where.End : at + 1 + close + 1;
        var text = where.Source.Content[(at + 1)..(close < 0 ? end : end - 1)];
        tokens.Add(new(TokenKind.Quoted, string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), where.Source.Span(at, end - at)));
        return end;
    }

    private static int ReadWord(SourceSpan where, int at, ImmutableArray<Token>.Builder tokens)
    {
        var content = where.Source.Content;
        var end = at + 1;
        while (end < where.End && (char.IsLetterOrDigit(content[end]) || IsInside(content, end, where.End)))
        {
            end++;
        }

        var text = content[at..end].Replace('’', '\'').ToLowerInvariant();
        if (text.EndsWith("'s", StringComparison.Ordinal))
        {
            tokens.Add(new(TokenKind.Word, text[..^2], where.Source.Span(at, end - at - 2)));
            tokens.Add(new(TokenKind.Word, "'s", where.Source.Span(end - 2, 2)));
        }
        else if (!Articles.Contains(text))
        {
            tokens.Add(new(TokenKind.Word, text, where.Source.Span(at, end - at)));
        }

        return end;
    }

    // An apostrophe, a hyphen or a point between two letters or digits belongs to the word.
    private static bool IsInside(string content, int at, int end) =>
        content[at] is '\'' or '’' or '-' or '.' or '/' && at + 1 < end && char.IsLetterOrDigit(content[at + 1]);
}
