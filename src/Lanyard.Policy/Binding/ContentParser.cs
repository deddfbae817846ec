using System.Collections.Immutable;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Diagnostics;

namespace Lanyard.Policy.Binding;

/// <summary>Reads what is posted or shared: "content that is offensive", "an image of a student", "confidential information".</summary>
internal sealed class ContentParser(Phrasebook book, SentenceParser parser, ImmutableArray<Facet> facets)
{
    /// <summary>Every reading of what is posted.</summary>
    public IEnumerable<Reading> From(int at, int end)
    {
        if (parser.Is(at, "ordinary", "content"))
        {
            return Ordinary(at + 2, end);
        }

        if (parser.Is(at, "content", "that"))
        {
            return That(at + 2, end);
        }

        if (parser.Is(at, "with", "content", "that") || parser.Is(at, "with", "ordinary", "content"))
        {
            return From(at + 1, end);
        }

        return parser.Is(at, "content") ? Nouns(at, end).Prepend(new(at + 1, [])) : Nouns(at, end);
    }

    // Ordinary content is content of which no fact holds but those that are named.
    private IEnumerable<Reading> Ordinary(int at, int end)
    {
        var none = facets
            .Where(facet => facet.Kind == FacetKind.Fact || facet.Section == "information")
            .Select(facet => AnyOf.One(new(facet, Facet.No)))
            .ToImmutableArray();
        yield return new(at, none);
        if (parser.Is(at, "that"))
        {
            foreach (var named in That(at + 1, end))
            {
                var said = WithImplied(named.Parts.SelectMany(part => part.Atoms).Select(atom => atom.Facet));
                yield return new(named.End, [.. none.Where(part => !said.Contains(part.Atoms[0].Facet)), .. named.Parts]);
            }
        }
    }

    // Who names a student identifies one: what the named facts imply is not ruled out.
    private HashSet<Facet> WithImplied(IEnumerable<Facet> named)
    {
        var said = named.ToHashSet();
        for (var count = -1; count != said.Count;)
        {
            count = said.Count;
            said.UnionWith(book.Lexicon.Implications.Where(rule => said.Contains(rule.If.Facet)).Select(rule => rule.Then.Facet));
        }

        return said;
    }

    private IEnumerable<Reading> That(int at, int end)
    {
        foreach (var (clauses, next, joiner) in ClauseList(at, end, verb: null))
        {
            yield return joiner == "and"
                ? new(next, [.. clauses.Select(clause => AnyOf.One(clause.Fact.Atom))])
                : new(next, [AnyOf.Of(clauses.Select(clause => clause.Fact.Atom))]);
        }
    }

    // Each clause after the first may leave out the verb that it shares with the one before: "is offensive or harassing".
    private IEnumerable<(ImmutableArray<SaidFact> Clauses, int End, string? Joiner)> ClauseList(int at, int end, string? verb)
    {
        foreach (var (clause, next, said) in Clauses(at, end, verb))
        {
            yield return ([clause], next, null);
            if (next >= end)
            {
                continue;
            }

            var comma = parser.Is(next, ",") ? 1 : 0;
            var joiner = parser.Is(next + comma, "or") ? "or" : parser.Is(next + comma, "and") ? "and" : null;
            if ((comma == 0 && joiner is null) || next + comma + (joiner is null ? 0 : 1) >= end)
            {
                continue;
            }

            foreach (var (rest, last, later) in ClauseList(next + comma + (joiner is null ? 0 : 1), end, said))
            {
                var isMixed = joiner is not null && later is not null && joiner != later;
                if (isMixed)
                {
                    parser.Trail.Failed(last - 1, "one joining word");
                }
                else if ((joiner ?? later) is not { } joined)
                {
                    if (rest.Length == 1)
                    {
                        parser.RefuseUnjoined(next + 1, last, end, "or");
                    }
                }
                else if (!clause.Fact.IsSo && rest[0] is { IsElided: true, Fact.IsSo: true })
                {
                    RefuseHalfDenied(at, last, clause.Fact, rest[0].Fact, joined);
                }
                else
                {
                    yield return ([clause, .. rest], last, joined);
                }
            }
        }
    }

    // "Is not offensive or threatening": does "not" reach the second?
    private void RefuseHalfDenied(int at, int end, FactClause denied, FactClause next, string joiner)
    {
        var (first, second) = (English.Negated(denied.Concept.Clause!), next.Concept.Clause!); // both were read as clauses
        parser.Trail.Refused(new AmbiguousSentence(
            parser.Span(at, end),
            $"{first} {joiner} {second}",
            $"{first} and {English.Negated(second)}",
            $"repeat the verb: `{first} and {English.Negated(second)}`, or `{first} {joiner} {second}`"));
    }

    private IEnumerable<(SaidFact Clause, int End, string Verb)> Clauses(int at, int end, string? verb)
    {
        var reached = at;
        foreach (var match in book.Clauses.At(parser.Words.AsSpan()[..end], at, ref reached))
        {
            yield return (new(match.Meaning, IsElided: false), at + match.Words.Length, match.Words[0]);
        }

        if (verb is not null)
        {
            string[] elided = [verb, .. parser.Words.AsSpan()[at..end]];
            var further = 0;
            foreach (var match in book.Clauses.At(elided, 0, ref further))
            {
                yield return (new(match.Meaning, IsElided: true), at + match.Words.Length - 1, verb);
            }

            reached = Math.Max(reached, at + further - 1);
        }

        parser.Trail.Failed(reached, "what is true of the content, such as `is offensive` or `names a student`");
    }

    private IEnumerable<Reading> Nouns(int at, int end)
    {
        foreach (var (atoms, next, _) in NounList(at, end).Where(list => list.IsJoined is not false))
        {
            yield return new(next, [AnyOf.Of(atoms)]);
        }
    }

    // Whether it is joined cannot be said of one item alone.
    private IEnumerable<(ImmutableArray<Atom> Atoms, int End, bool? IsJoined)> NounList(int at, int end)
    {
        foreach (var facet in facets)
        {
            var reached = at;
            foreach (var match in book.Nouns[facet.Index].At(parser.Words.AsSpan()[..end], at, ref reached))
            {
                var next = at + match.Words.Length;
                yield return ([Atom.Of(match.Meaning)], next, null);
                var more = parser.More(next, "or", out var joiner);
                if (more == 0 || next + more >= end)
                {
                    continue;
                }

                var rest = NounList(next + more, end).ToList();
                foreach (var (atoms, last, isJoined) in rest)
                {
                    yield return ([Atom.Of(match.Meaning), .. atoms], last, joiner is not null || isJoined is true);
                }

                if (joiner is null && rest.Where(list => list.IsJoined is null).ToList() is [_, ..] single)
                {
                    parser.RefuseUnjoined(next + more, single.Max(list => list.End), end, "or");
                }
            }

            if (reached > at)
            {
                parser.Trail.Failed(reached, "what is posted, such as `content` or `an image of a student`");
            }
        }
    }

    // A fact, and whether it shares the verb of the one before.
    private sealed record SaidFact(FactClause Fact, bool IsElided);
}
