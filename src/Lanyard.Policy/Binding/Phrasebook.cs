using System.Collections.Immutable;
using System.Text;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Literate;
using Lanyard.Policy.Syntax;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Binding;

/// <summary>Every phrase that a policy may use: those of the vocabulary, and the policy's own terms.</summary>
/// <remarks>Words are compared in their plainest form: no capitals, no articles, no plurals. Immutable once built.</remarks>
public sealed class Phrasebook
{
    internal static readonly ImmutableArray<string> Keywords =
    [
        "must", "should", "may", "not", "unless", "when", "they", "it", "advise", "breach", "by", "this", "policy", "in", "means", "have",
        "complete", "training", "on", "joining", "and", "or", "every", "accept", "taught", "are", "is", "offered", "guidance", "report",
        "record", "inform", "to", "within", "applies", "covers", "reviewed", "consulting", "owned", "ratified", "read", "with", "rests",
        "lead", "up", "be", "referred", "content", "that", "ordinary", "without", "aged", "intends", "did", "do", "does", "who",
        "hour", "day", "school", "working", "week", "month", "year", "term", "its", "their", "from", "where",
    ];

    private readonly Dictionary<string, string> _singular = new(StringComparer.Ordinal);
    private readonly List<(ImmutableArray<string> Term, ImmutableArray<string> Meaning)> _terms = [];
    private readonly Dictionary<string, PhraseTable<ListedWord>> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> _synonyms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ownWords = new(StringComparer.Ordinal);

    /// <summary>Builds the phrasebook of a policy out of the vocabulary and the policy's terms.</summary>
    /// <param name="lexicon">The vocabulary.</param>
    /// <param name="terms">The policy's own words.</param>
    /// <param name="organisation">The name of the organisation, which stands for the organisation in every sentence.</param>
    public Phrasebook(Lexicon lexicon, ImmutableArray<PolicyTerm> terms, string organisation = "")
    {
        Lexicon = lexicon;
        LearnPlurals();
        foreach (var term in terms)
        {
            _terms.Add((Plain(term.Term), Plain(term.Meaning)));
            _ownWords.TryAdd(string.Join(' ', Plain(term.Meaning)), term.Term);
        }

        // An organisation called by a word of the vocabulary, such as "Trust", must not change what that word means.
        if (Plain(organisation) is { IsEmpty: false } name && !lexicon.Concepts.Any(concept => concept.Phrases.Any(phrase => Plain(phrase).SequenceEqual(name))) && !terms.Any(term => Plain(term.Term).SequenceEqual(name)))
        {
            _terms.Add((name, ["organisation"]));
        }

        _terms.Sort((left, right) => right.Term.Length - left.Term.Length);
        Nouns = [.. lexicon.Facets.Select(_ => new PhraseTable<Concept>())];
        foreach (var concept in lexicon.Concepts.Where(concept => !concept.Facet.IsJudged))
        {
            LearnConcept(concept); // what a person must judge is only said between quotation marks
        }

        foreach (var (section, words) in lexicon.Lists)
        {
            var table = _lists[section] = new();
            words.ToList().ForEach(word => word.Phrases.ToList().ForEach(phrase => table.Add(Words(phrase), word)));
        }

        Known = [.. KnownWords()];
        NormalForms = new(this);
    }

    /// <summary>The vocabulary.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>Every word that may be written.</summary>
    public ImmutableSortedSet<string> Known { get; }

    internal ImmutableArray<PhraseTable<Concept>> Nouns { get; }

    internal PhraseTable<ActPhrase> Acts { get; } = new();

    internal NormalForms NormalForms { get; }

    internal PhraseTable<FactClause> Clauses { get; } = new();

    /// <summary>The words of a sentence in their plainest form, terms replaced by their meaning, each with where it stands.</summary>
    internal (ImmutableArray<string> Words, ImmutableArray<Token> Tokens) Read(ImmutableArray<Token> tokens)
    {
        var plain = tokens.Select(Plainest).ToImmutableArray();
        var words = ImmutableArray.CreateBuilder<string>();
        var kept = ImmutableArray.CreateBuilder<Token>();
        for (var at = 0; at < plain.Length;)
        {
            var term = _terms.Find(term => plain.AsSpan()[at..].StartsWith(term.Term.AsSpan()));
            var length = term.Term.IsDefaultOrEmpty ? 1 : term.Term.Length;
            var where = tokens[at] with { Where = tokens[at].Where.To(tokens[at + length - 1].Where) };
            foreach (var word in term.Term.IsDefaultOrEmpty ? [plain[at]] : term.Meaning)
            {
                words.Add(word);
                kept.Add(where);
            }

            at += length;
        }

        return (words.ToImmutable(), kept.ToImmutable());
    }

    /// <summary>The words of any text, as they are said and in their plainest form, terms replaced by their meaning.</summary>
    public ImmutableArray<(string Said, string Plain)> PlainWords(string text)
    {
        var source = new SourceText("question", text);
        var (words, tokens) = Read([.. Lexer.Read(source.Span(0, source.Content.Length)).Tokens.Where(token => token.Kind == TokenKind.Word)]);
        return [.. words.Zip(tokens, (word, token) => (token.Where.Text, word))];
    }

    /// <summary>Whether a word holds sentences together, or is the plural that such a word would have.</summary>
    internal static bool IsKeyword(string word) => Keywords.Contains(word) || Keywords.Any(keyword => English.Plural(keyword) == word);

    internal PhraseTable<ListedWord> List(string section) => _lists[section];

    /// <summary>How this policy says a word of the vocabulary: in its own term where it has one.</summary>
    internal string Say(string phrase)
    {
        if (_ownWords.Count == 0)
        {
            return phrase;
        }

        if (_ownWords.TryGetValue(string.Join(' ', Plain(phrase)), out var own))
        {
            return own;
        }

        var said = new StringBuilder();
        foreach (var word in phrase.Split(' '))
        {
            said.Append(said.Length == 0 ? "" : " ").Append(SayWord(word));
        }

        return said.ToString();
    }

    /// <summary>Whether a phrase has a meaning in the vocabulary.</summary>
    internal bool Means(string phrase)
    {
        var words = Words(phrase).AsSpan();
        var reached = 0;
        foreach (var table in Nouns)
        {
            if (table.At(words, 0, ref reached).Exists(match => match.Words.Length == Words(phrase).Length))
            {
                return true;
            }
        }

        return Acts.At(words, 0, ref reached).Count > 0 || _lists.Values.Any(list => list.At(Words(phrase).AsSpan(), 0, ref reached).Count > 0);
    }

    /// <summary>Whether two phrases have nothing in common, though the first is of the vocabulary.</summary>
    internal bool MeansOther(string phrase, string other) =>
        Meanings(phrase) is { Count: > 0 } one && !one.Overlaps(Meanings(other));

    internal ImmutableArray<string> Plain(string phrase) => [.. Tokens(phrase).Select(Plainest)];

    // Everything that exactly these words stand for.
    private HashSet<object> Meanings(string phrase)
    {
        var words = Words(phrase);
        var meanings = new HashSet<object>();
        Array.ForEach([.. Nouns], Add);
        Add(Acts);
        Add(Clauses);
        _lists.Values.ToList().ForEach(Add);
        return meanings;

        void Add<T>(PhraseTable<T> table)
            where T : class
        {
            var reached = 0;
            meanings.UnionWith(table.At(words.AsSpan(), 0, ref reached).Where(match => match.Words.Length == words.Length).Select(match => match.Meaning));
        }
    }

    private string SayWord(string word)
    {
        var bare = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
        return _ownWords.TryGetValue(bare, out var own) && !own.Contains(' ', StringComparison.Ordinal) ? own + word[bare.Length..] : word;
    }

    private void LearnPlurals()
    {
        var nouns = Lexicon.Concepts.Where(concept => concept.Facet != Lexicon.Act && !concept.Facet.IsJudged).ToList();
        nouns.ForEach(concept => LearnPlural(concept.Plural, concept.Name));
        var words = nouns.SelectMany(concept => concept.Phrases)
            .Concat(Lexicon.Lists.Values.SelectMany(list => list.SelectMany(word => word.Phrases)))
            .SelectMany(phrase => phrase.Split(' '))
            .Select(word => word.ToLowerInvariant())
            .Where(word => word.Length > 2)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var word in words)
        {
            LearnPlural(English.Plural(word), word);
        }
    }

    private void LearnPlural(string? plural, string singular)
    {
        if (plural is not null && plural != singular && !plural.Contains(' ', StringComparison.Ordinal))
        {
            _singular.TryAdd(plural, singular);
        }
    }

    private void LearnConcept(Concept concept)
    {
        if (concept.Facet == Lexicon.Act)
        {
            foreach (var phrase in concept.Phrases)
            {
                LearnAct(phrase, concept);
            }

            return;
        }

        foreach (var words in concept.Phrases.SelectMany(phrase => WithSynonyms(concept.Facet, Words(phrase))))
        {
            Nouns[concept.Facet.Index].Add(words, concept);
        }

        if (concept.Plural is { } plural)
        {
            Nouns[concept.Facet.Index].Add(Words(plural), concept);
        }

        if (concept.Clause is { } clause)
        {
            LearnClause(clause, new(concept, IsSo: true));
            LearnClause(English.Negated(clause), new(concept, IsSo: false));
        }
    }

    private void LearnClause(string clause, FactClause fact)
    {
        foreach (var words in WithSynonyms(fact.Concept.Facet, Words(clause)))
        {
            Clauses.Add(words, fact);
        }
    }

    // A fact that "names a student" may be written "names a pupil" too. Other words have their synonyms in the
    // vocabulary.
    private List<ImmutableArray<string>> WithSynonyms(Facet facet, ImmutableArray<string> words)
    {
        var said = words.Select(word => facet.Kind == FacetKind.Choice ? [word] : Synonyms(word)).ToList();
        return said.Aggregate(
            new List<ImmutableArray<string>> { ImmutableArray<string>.Empty },
            (phrases, alternatives) => [.. phrases.SelectMany(phrase => alternatives.Select(phrase.Add))]);
    }

    private ImmutableArray<string> Synonyms(string word) => _synonyms.TryGetValue(word, out var known) ? known
        : _synonyms[word] = Lexicon.Concepts
            .FirstOrDefault(concept => concept.Facet == Lexicon.Actor && concept.Name == word) is { } role
            && role.Name is ("student" or "organisation" or "parent")
            ? [.. role.Phrases.Where(phrase => !phrase.Contains(' ', StringComparison.Ordinal))]
            : [word];

    private void LearnAct(string phrase, Concept concept)
    {
        var words = phrase.Split(' ');
        var past = concept.Past is { } irregular && phrase == concept.Name ? irregular.Split(' ')[0] : English.Past(words[0]);
        var rest = Words(string.Join(' ', words[1..]));
        LearnVerb(words[0], VerbForm.Base);
        LearnVerb(English.Present(words[0]), VerbForm.Present);
        LearnVerb(past, VerbForm.Past);

        void LearnVerb(string verb, VerbForm form) =>
            Acts.Add([_singular.GetValueOrDefault(verb, verb), .. rest], new(concept, form));
    }

    private ImmutableArray<string> Words(string phrase) => Read(Tokens(phrase)).Words;

    private static ImmutableArray<Token> Tokens(string phrase)
    {
        var source = new SourceText("vocabulary", phrase);
        return Lexer.Read(source.Span(0, source.Content.Length)).Tokens;
    }

    private string Plainest(Token token) => token.Kind switch
    {
        TokenKind.Word => _singular.GetValueOrDefault(token.Text, token.Text),
        TokenKind.Quoted => "\"",
        _ => token.Text,
    };

    private IEnumerable<string> KnownWords() =>
        Nouns.SelectMany(table => table.All.SelectMany(phrase => phrase.Words))
            .Concat(Acts.All.SelectMany(phrase => phrase.Words))
            .Concat(Clauses.All.SelectMany(phrase => phrase.Words))
            .Concat(_lists.Values.SelectMany(table => table.All.SelectMany(phrase => phrase.Words)))
            .Concat(_terms.SelectMany(term => term.Term))
            .Concat(Lexicon.Facets.SelectMany(facet => facet.Leads))
            .Concat(_singular.Keys)
            .Concat(Keywords);
}
