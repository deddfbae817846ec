using System.Collections.Immutable;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Syntax;

namespace Lanyard.Policy.Binding;

/// <summary>Resolves sentences about the policy itself.</summary>
internal sealed class GovernanceBinder(SentenceParser parser, StatementSource source, ListParser lists, ICollection<Diagnostic> diagnostics)
{
    private const int Verb = 2; // after "this policy"

    public Statement? Bind()
    {
        var statement = parser.Is(0, "in", "this", "policy") ? BindDefinition()
            : parser.Is(Verb, "applies", "to") ? BindAppliesTo()
            : parser.Is(Verb, "covers") ? BindCovers()
            : parser.Is(Verb, "is", "reviewed") ? BindReviewed()
            : parser.Is(Verb, "is", "owned", "by") ? BindBy(name => new OwnedBy(source, name))
            : parser.Is(Verb, "is", "ratified", "by") ? BindBy(name => new RatifiedBy(source, name))
            : parser.Is(Verb, "is", "read", "with") ? BindTitles(Verb + 3, titles => new ReadWith(source, titles))
            : parser.Is(Verb, "rests", "on") ? BindTitles(Verb + 2, titles => new RestsOn(source, titles))
            : FailAt(Verb, "`applies to`, `covers`, `is reviewed`, `is owned by`, `is ratified by`, `is read with` or `rests on`");
        if (statement is null && !diagnostics.Any(diagnostic => source.Where.Start <= diagnostic.Where.Start && diagnostic.Where.Start <= source.Where.End))
        {
            diagnostics.Add(parser.Trail.Explain(new(parser.Book, parser), parser.Length));
        }

        return statement;
    }

    /// <summary>The term that a sentence declares, if it is one of <c>In this policy, "X" means Y.</c></summary>
    public static (string Term, string Meaning, Token Where)? TermOf(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        return tokens.Length > 6 && tokens[0].Is("in") && tokens[1].Is("this") && tokens[2].Is("policy")
            && tokens[3].Kind == TokenKind.Comma && tokens[4].Kind == TokenKind.Quoted && tokens[5].Is("means")
            ? (tokens[4].Text, tokens[6].Where.To(tokens[^1].Where).Text, tokens[6] with { Where = tokens[6].Where.To(tokens[^1].Where) })
            : null;
    }

    private Definition? BindDefinition()
    {
        if (TermOf(parser.Sentence) is var (term, meaning, _))
        {
            return new(source, term, meaning);
        }

        parser.Trail.Failed(3, "a comma, the word between quotation marks, `means`, and words of the vocabulary");
        return null;
    }

    private AppliesTo? BindAppliesTo() =>
        parser.People(parser.Lexicon.Actor, Verb + 2) is var (who, end) && lists.Ends(end) ? new(source, who) : null;

    private Covers? BindCovers()
    {
        var values = 0UL;
        for (int at = Verb + 1, count = 1; ; count++)
        {
            var reached = at;
            var match = parser.Book.Nouns[parser.Lexicon.Platform.Index].At(parser.Words.AsSpan(), at, ref reached).MaxBy(phrase => phrase.Words.Length);
            if (match is null)
            {
                parser.Trail.Failed(reached, "a platform, or a kind of platform");
                return null;
            }

            values |= match.Meaning.Values;
            at += match.Words.Length;
            var more = parser.Is(at, ",", "and") ? 2 : parser.Is(at, ",") || parser.Is(at, "and") ? 1 : 0;
            if (more == 0)
            {
                return lists.IsJoined(count, at - match.Words.Length, "and") && lists.Ends(at) ? new(source, values) : null;
            }

            at += more;
        }
    }

    // This policy is reviewed every 1 year by the senior leadership team, consulting governors, staff and parents.
    private Reviewed? BindReviewed()
    {
        if (lists.Period(Verb + 2, out var at) is not { } every)
        {
            return null;
        }

        string? by = null;
        if (parser.Is(at, "by"))
        {
            if (lists.Recipient(at + 1) is not (var name, var end))
            {
                return null;
            }

            (by, at) = (name, end);
        }

        ImmutableArray<string> consulting = [];
        if (parser.Is(at, ",", "consulting"))
        {
            if (lists.Recipients(at + 2) is not (var names, _, var end))
            {
                return null;
            }

            (consulting, at) = (names, end);
        }

        return lists.Ends(at) ? new(source, every, by, consulting) : null;
    }

    private Governance? BindBy(Func<string, Governance> make) =>
        lists.Recipient(Verb + 3) is var (name, end) && lists.Ends(end) ? make(name) : null;

    private Governance? BindTitles(int at, Func<ImmutableArray<string>, Governance> make) =>
        lists.Titles(at) is var (titles, end) && lists.Ends(end) ? make(titles) : null;

    private Governance? FailAt(int at, string expected)
    {
        parser.Trail.Failed(at, expected);
        return null;
    }
}
