using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Syntax;

namespace Lanyard.Policy.Binding;

/// <summary>Reads conditions that a person must judge, in the policy's own words: where "it is not possible".</summary>
internal sealed class JudgedParser(SentenceParser parser)
{
    /// <summary>Every reading of what is so, or not so, at the end of the parts.</summary>
    public IEnumerable<Reading> After(Reading parts, int end)
    {
        yield return parts;
        if (!parser.Is(parts.End, "where") && !parser.Is(parts.End, "and"))
        {
            yield break;
        }

        var at = parts.End + 1;
        var isNot = parser.Is(at, "not");
        if (At(at + (isNot ? 1 : 0), end, isNot ? Facet.No : Facet.Yes) is { } judged && IsJoined(parts))
        {
            foreach (var rest in After(parts.Then(judged), end))
            {
                yield return rest;
            }
        }
    }

    /// <summary>The condition at a place, or <see langword="null"/> if there is none.</summary>
    public Reading? At(int at, int end, ulong values = Facet.Yes)
    {
        if (at >= end || parser.Tokens[at].Kind != TokenKind.Quoted)
        {
            return null;
        }

        if (parser.Lexicon.FindJudged(parser.Tokens[at].Text) is { } condition)
        {
            return new(at + 1, [AnyOf.One(new(condition.Facet, values))]);
        }

        parser.Trail.Failed(at, "a condition that the policy leaves to a person, in its own words");
        return null;
    }

    // "And" joins one condition to another, and nothing else.
    private bool IsJoined(Reading parts) =>
        parser.Is(parts.End, "where") || parts.Parts is [.., { Atoms: [{ Facet.IsJudged: true }] }];
}
