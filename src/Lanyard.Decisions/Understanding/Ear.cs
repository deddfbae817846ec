using System.Collections.Immutable;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions.Understanding;

/// <summary>Finds the phrases of the vocabulary in a question.</summary>
internal sealed class Ear
{
    private const int MostBetween = 4; // words, where a phrase leaves room for some

    private static readonly HashSet<string> Somebody = new(StringComparer.Ordinal) { "me", "us", "her", "him", "them", "myself", "ourselves", "herself", "himself", "themselves", "yourself", "someone", "somebody" };

    private readonly Phrasebook _book;
    private readonly HashSet<Concept> _spokenOf;
    private readonly Dictionary<string, List<HeardPhrase>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly List<HeardIdiom> _idioms = [];

    public Ear(CompiledPolicy policy)
    {
        _book = policy.Book;
        var lexicon = policy.Lexicon;
        foreach (var concept in lexicon.Concepts.Where(concept =>
            concept.Facet != lexicon.Towards && concept.Facet != lexicon.About && !concept.Facet.IsJudged))
        {
            Learn(concept, isAct: concept.Facet == lexicon.Act);
        }

        foreach (var idiom in lexicon.Idioms)
        {
            var name = (idiom.StartsWith("to ", StringComparison.Ordinal) ? idiom["to ".Length..] : idiom).Replace($" {HeardPhrase.Gap} ", " ", StringComparison.Ordinal);
            _idioms.AddRange(Forms(idiom).Select(form => new HeardIdiom(name, Plain(form.Form))));
        }

        _spokenOf = [.. lexicon.Concepts.Where(concept => concept.Facet == lexicon.Actor && concept.Phrases.Any(phrase => policy.Document.Source.Content.Contains(phrase, StringComparison.OrdinalIgnoreCase)))];
    }

    public ImmutableArray<HeardWord> Words(string question, int most) =>
        [.. _book.PlainWords(question).SelectMany(word => Spelling.Of(word.Plain).Select(meant => new HeardWord(word.Said, meant))).Take(most)];

    /// <summary>The phrases that a question holds: the longest of each facet, and none that is only a piece of another.</summary>
    /// <param name="words">The words of the question.</param>
    /// <param name="idioms">The turns of phrase in it that mean something else than their words.</param>
    /// <param name="isYoung">Whether a young person says it.</param>
    public List<HeardMatch> Matches(ImmutableArray<HeardWord> words, IReadOnlyCollection<ImmutableArray<int>> idioms, bool isYoung)
    {
        var all = new List<HeardMatch>();
        for (var at = 0; at < words.Length; at++)
        {
            foreach (var phrase in _byFirstWord.GetValueOrDefault(words[at].Plain) ?? [])
            {
                if ((isYoung || !phrase.IsOfYoung) && Fit(words, at, phrase.Words) is { } fitting)
                {
                    all.Add(new(phrase, fitting));
                }
            }
        }

        return [.. all.Where(match => !idioms.Any(idiom => idiom.Length > match.Length && match.At.All(idiom.Contains)) && !all.Exists(other => IsPieceOf(match, other) || IsOutdone(match, other)))];
    }

    /// <summary>The turns of phrase in a question that mean something else than their words, such as "mock exam".</summary>
    public List<(string Name, ImmutableArray<int> At)> Idioms(ImmutableArray<HeardWord> words) =>
        [.. from at in Enumerable.Range(0, words.Length) from idiom in _idioms let fitting = Fit(words, at, idiom.Words) where fitting is not null select (idiom.Name, fitting.Value)];

    // Which words of the question a phrase stands on, or none.
    private static ImmutableArray<int>? Fit(ImmutableArray<HeardWord> words, int at, ImmutableArray<string> phrase)
    {
        var fitting = ImmutableArray.CreateBuilder<int>(phrase.Length);
        for (var part = 0; part < phrase.Length; part++)
        {
            var most = phrase[part] == HeardPhrase.Gap ? MostBetween : 0;
            part += most == 0 ? 0 : 1;
            var last = at + most;
            while (at < words.Length && at < last && !Fits(words[at], phrase[part]))
            {
                at++;
            }

            if (at >= words.Length || !Fits(words[at], phrase[part]))
            {
                return null;
            }

            fitting.Add(at++);
        }

        return fitting.ToImmutable();
    }

    private static bool Fits(HeardWord word, string part) => word.Plain == part || (part == HeardPhrase.Whom && Somebody.Contains(word.Plain));

    // What is done within a longer phrase belongs to it: "wants me to send a picture".
    private static bool IsPieceOf(HeardMatch match, HeardMatch other) =>
        (match.IsWithin(other) && !IsPair(match, other)) || (match.Phrase.IsVerb && match.IsInGapOf(other));

    // "My Facebook" is an account, "have Facebook" is done, and Facebook in them is a platform; "relationship with a pupil" names whom.
    private static bool IsPair(HeardMatch match, HeardMatch other) =>
        match.Phrase.Concept.Facet.Section switch
        {
            "platform" => other.Phrase.Concept.Facet.Section == "account" || other.Phrase.Concept.Name == "register on a platform",
            "actor" => other.Phrase.Concept.Name == "suspect an inappropriate relationship",
            _ => false,
        };

    // A tutor is a trainer where the policy speaks of trainers, and elsewhere a teacher.
    private bool IsOutdone(HeardMatch match, HeardMatch other) =>
        match.Phrase.Concept.Facet.Section == "actor" && other.Phrase.Concept.Facet == match.Phrase.Concept.Facet && other.Phrase.IsFormal != match.Phrase.IsFormal && other.At.SequenceEqual(match.At)
        && (match.Phrase.IsFormal ? !_spokenOf.Contains(match.Phrase.Concept) : _spokenOf.Contains(other.Phrase.Concept));

    private void Learn(Concept concept, bool isAct)
    {
        IEnumerable<string> formal = [.. concept.Phrases, .. concept.Clause is { } clause ? [clause] : Array.Empty<string>()];
        foreach (var phrase in formal.Concat(concept.Heard).Distinct())
        {
            var isFormal = !concept.Heard.Contains(phrase);
            foreach (var (form, isPast) in isAct ? VerbForms.Of(phrase) : isFormal ? [(phrase, false)] : Forms(phrase))
            {
                Add(new(Plain(form), concept) { IsPast = isPast, IsOpen = phrase.EndsWith('?'), IsOfYoung = phrase.EndsWith('!'), IsFormal = isFormal, IsVerb = isAct });
            }
        }
    }

    private static IEnumerable<(string Form, bool IsPast)> Forms(string phrase) =>
        phrase.StartsWith("to ", StringComparison.Ordinal) ? VerbForms.Of(phrase["to ".Length..]) : [(phrase, false)];

    private ImmutableArray<string> Plain(string phrase) =>
        [.. phrase.Split($" {HeardPhrase.Gap} ").SelectMany((part, at) => (at == 0 ? [] : new[] { HeardPhrase.Gap }).Concat(Words(part, int.MaxValue).Select(heard => heard.Plain)))];

    private void Add(HeardPhrase phrase)
    {
        if (phrase.Words.IsEmpty)
        {
            return;
        }

        if (!_byFirstWord.TryGetValue(phrase.Words[0], out var phrases))
        {
            _byFirstWord[phrase.Words[0]] = phrases = [];
        }

        if (!phrases.Exists(known => known.Concept == phrase.Concept && known.Words.SequenceEqual(phrase.Words)))
        {
            phrases.Add(phrase);
        }
    }
}
