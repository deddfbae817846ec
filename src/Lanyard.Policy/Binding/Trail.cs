using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Syntax;

namespace Lanyard.Policy.Binding;

/// <summary>How far the attempts to read a sentence came, and what they looked for there.</summary>
internal sealed class Trail(SentenceParser parser)
{
    private readonly List<string> _expected = [];
    private int _furthest;

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

    /// <summary>The one diagnostic that says why the words up to <paramref name="end"/> could not be read.</summary>
    public Diagnostic Explain(PartParser parts, int end)
    {
        var expected = English.List(_expected.Count == 0 ? ["another part of the sentence"] : _expected, "or");
        for (var at = 0; at < end; at++)
        {
            // The furthest place may lie in a phrase that only began well, so an unknown word before it comes first.
            if (at <= _furthest && IsUnknown(at))
            {
                return new UnknownWord(parser.Tokens[at].Where, parser.Tokens[at].Where.Text, [.. parser.Book.Known], expected);
            }
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

    private bool IsUnknown(int at) =>
        parser.Tokens[at].Kind is TokenKind.Other || (parser.Tokens[at].Kind == TokenKind.Word && !parser.Book.Known.Contains(parser.Words[at]));

    private bool HasOther(int end) =>
        parser.Words.AsSpan()[.._furthest].Contains(parser.Is(_furthest, "and") ? "or" : "and") && _furthest < end;
}
