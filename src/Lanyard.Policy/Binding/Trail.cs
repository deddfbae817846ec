using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Syntax;

namespace Lanyard.Policy.Binding;

/// <summary>How far the attempts to read a sentence came, and what they looked for there.</summary>
internal sealed class Trail(SentenceParser parser)
{
    private const int ShortestSlip = 5; // letters of a word that may be a keyword with a slip in it

    private readonly List<string> _expected = [];
    private int _furthest;
    private Diagnostic? _refused;

    public void Failed(int at, string expected)
    {
        if (at > _furthest)
        {
            _expected.Clear();
            _furthest = at;
        }

        if (at == _furthest && !_expected.Contains(expected))
        {
            _expected.Add(expected);
        }
    }

    /// <summary>A reading that could be followed, and is refused: the first of them is the message, unless a word is unknown.</summary>
    public void Refused(Diagnostic why) => _refused ??= why;

    /// <summary>The one diagnostic that says why the words up to <paramref name="end"/> could not be read.</summary>
    public Diagnostic Explain(PartParser parts, int end)
    {
        var expected = English.List(_expected.Count == 0 ? ["another part of the sentence"] : _expected, "or");
        for (var at = 0; at < end; at++)
        {
            // The furthest place may lie in a phrase that only began well, so an unknown word before it comes first.
            if (at <= _furthest && IsUnknown(at))
            {
                var word = parser.Tokens[at].Where.Text;
                var likely = parser.Book.Known.Where(known => IsLikely(word, known));
                return new UnknownWord(parser.Tokens[at].Where, word, [.. likely], expected)
                {
                    Fix = WordFixes.Of(word.ToLowerInvariant()),
                };
            }
        }

        if (_refused is { } refused)
        {
            return refused;
        }

        if (_furthest >= end)
        {
            return new MissingPart(parser.After(end), expected);
        }

        var where = parser.Tokens[_furthest].Where;
        if (parser.Is(_furthest, "and") || parser.Is(_furthest, "or"))
        {
            return HasOther(end) ? new MixedAndOr(where) : new WrongConnector(where, parser.Is(_furthest, "and") ? "or" : "and");
        }

        return parts.EarlierPart(_furthest, end) is var (from, to, after)
            ? new PartsOutOfOrder(parser.Span(from, to), $"`{parser.Span(from, to).Text}`", after)
            : new UnexpectedWords(where, expected);
    }

    // Short words that hold sentences together are near to everything: "adds" is not a slip for "ands".
    private static bool IsLikely(string word, string known) => !WordFixes.IsMeant(word.ToLowerInvariant()) &&
        (!Phrasebook.IsKeyword(known)
            || (word.Length >= ShortestSlip && Suggestion.IsOneSlip(word.ToLowerInvariant(), known)));

    // A number is never unknown: if it is wrong, it is so in its place.
    private bool IsUnknown(int at) =>
        parser.Tokens[at].Kind is TokenKind.Other
        || (parser.Tokens[at].Kind == TokenKind.Word && !parser.Book.Known.Contains(parser.Words[at]) && !parser.Words[at].All(char.IsAsciiDigit));

    private bool HasOther(int end) =>
        parser.Words.AsSpan()[.._furthest].Contains(parser.Is(_furthest, "and") ? "or" : "and") && _furthest < end;
}
