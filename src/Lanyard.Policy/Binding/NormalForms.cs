using System.Collections.Immutable;
using Lanyard.Policy.Syntax;

namespace Lanyard.Policy.Binding;

/// <summary>Puts what schools write into the one form that the language has for it: "are not allowed to" is "must
/// not".</summary>
/// <remarks>Only what says exactly the same. In questions that people type nothing is changed.</remarks>
internal sealed class NormalForms
{
    private static readonly ImmutableArray<(string[] Said, string[] Meant)> Turns =
    [
        .. Turn("must not", "are not allowed to", "is not allowed to", "are not permitted to", "is not permitted to",
            "must never", "shall never", "will never", "may not", "shall not", "will not", "can not", "cannot"),
        .. Turn("should not", "should never", "ought not to", "are advised not to", "are encouraged not to",
            "are asked not to"),
        .. Turn("must", "are required to", "is required to", "have to", "has to", "need to", "shall", "will"),
        .. Turn("should", "are encouraged to", "are advised to", "ought to"),
        .. Turn("may", "are allowed to", "are permitted to", "can"),
        .. Turn("every 1 year", "annually", "yearly", "once year", "once every year", "every year", "each year"),
        .. Turn("every 1 month", "monthly", "every month", "each month"),
        .. Turn("every 1 term", "termly", "every term", "each term"),
        .. Turn("every 2 year", "every other year"),
        .. Numbers(),
        .. Turn("must inform", "must tell"),
        .. Turn("should inform", "should tell"),
        .. Turn("report it", "report this"),
        .. Turn("record it", "record this"),
        .. Turn("must report it to", "must report to"),
        .. Turn("should report it to", "should report to"),
        .. Turn("content that", "content which", "material that", "material which", "anything that", "anything which",
            "something that"),
    ];

    // The longest first: "must never" is no "must".
    private static readonly ILookup<string, (string[] Said, string[] Meant)> ByFirstWord =
        Turns.OrderByDescending(turn => turn.Said.Length).ToLookup(turn => turn.Said[0], StringComparer.Ordinal);

    private static readonly ImmutableHashSet<string> Every = ["all", "any", "each", "current"];
    private static readonly ImmutableHashSet<string> Whose = ["their", "his", "her", "its"];

    private readonly Phrasebook _book;
    private readonly ImmutableHashSet<string> _adjectives;

    public NormalForms(Phrasebook book)
    {
        _book = book;
        _adjectives = [.. book.Clauses.All
            .Where(clause => clause is { Words: ["is", _], Meaning: { IsSo: true, Concept.Facet.Section: "content" } })
            .Select(clause => clause.Words[1])];
    }

    /// <summary>The words of a sentence in the forms of the language, each with where it stands.</summary>
    public (ImmutableArray<string> Words, ImmutableArray<Token> Tokens) Of(
        (ImmutableArray<string> Words, ImmutableArray<Token> Tokens) said)
    {
        var words = said.Words.Zip(said.Tokens, (word, token) => new Placed(word, token)).ToList();
        if (words is [{ Word: "if" } first, ..])
        {
            words[0] = first with { Word = "when" };
        }

        for (var at = 0; at < words.Count && words[at].Word != ":"; at++)
        {
            Turned(words, at);
            Dropped(words, at);
            Described(words, at);
        }

        return ([.. words.Select(each => each.Word)], [.. words.Select(each => each.Token)]);
    }

    private static void Turned(List<Placed> words, int at)
    {
        var turn = ByFirstWord[words[at].Word].FirstOrDefault(turn => Stands(words, at, turn.Said));
        if (turn.Said is { } said)
        {
            var where =
                words[at].Token with { Where = words[at].Token.Where.To(words[at + said.Length - 1].Token.Where) };
            words.RemoveRange(at, said.Length);
            words.InsertRange(at, turn.Meant.Select(word => new Placed(word, where)));
        }
    }

    // "All staff" are staff, and "their personal account" is a personal account.
    private void Dropped(List<Placed> words, int at)
    {
        var isEvery = Every.Contains(words[at].Word) && IsNoun(words, at + 1, "actor", "towards");
        var own = Stands(words, at + 1, ["own"]) ? 1 : 0;
        var isWhose = Whose.Contains(words[at].Word) && IsNoun(words, at + 1 + own, "account", "device");
        if (isEvery || isWhose)
        {
            words.RemoveRange(at, isWhose ? 1 + own : 1);
        }
    }

    // "Offensive or threatening content" is content that is offensive or threatening.
    private void Described(List<Placed> words, int at)
    {
        if (Stands(words, at, ["anything"]) && at + 1 < words.Count && _adjectives.Contains(words[at + 1].Word))
        {
            words[at] = words[at] with { Word = "content" };
            words.InsertRange(at + 1, [words[at] with { Word = "that" }, words[at] with { Word = "is" }]);
            return;
        }

        var end = at;
        while (end < words.Count
            && (_adjectives.Contains(words[end].Word) || (end > at && words[end].Word is "," or "or" or "and")))
        {
            end++;
        }

        if (end == at || !Stands(words, end, ["content"]) || !_adjectives.Contains(words[end - 1].Word)
            || IsInClause(words, at))
        {
            return;
        }

        var content = words[end];
        words.RemoveAt(end);
        words.InsertRange(at, [content, content with { Word = "that" }, content with { Word = "is" }]);
    }

    private static bool IsInClause(List<Placed> words, int at) => at > 0 && words[at - 1].Word is "is" or "not";

    private bool IsNoun(List<Placed> words, int at, params string[] facets)
    {
        var reached = 0;
        string[] rest = [.. words.Skip(at).Select(each => each.Word)];
        return facets.Any(facet => _book.Nouns[_book.Lexicon.Facet(facet).Index].At(rest, 0, ref reached).Count > 0);
    }

    private static bool Stands(List<Placed> words, int at, string[] said) =>
        at + said.Length <= words.Count && !said.Where((word, after) => words[at + after].Word != word).Any();

    private static IEnumerable<(string[] Said, string[] Meant)> Turn(string meant, params string[] said) =>
        said.Select(each => (each.Split(' '), meant.Split(' ')));

    private static IEnumerable<(string[] Said, string[] Meant)> Numbers()
    {
        string[] numbers = ["two", "three", "four", "five", "six"];
        return numbers.SelectMany((word, at) => Turn($"every {at + 2}", $"every {word}"));
    }

    private sealed record Placed(string Word, Token Token);
}
