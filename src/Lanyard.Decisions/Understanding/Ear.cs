using System.Collections.Immutable;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions.Understanding;

/// <summary>Finds the phrases of the vocabulary in a question.</summary>
internal sealed class Ear
{
    private readonly Phrasebook _book;
    private readonly Dictionary<string, List<HeardPhrase>> _byFirstWord = new(StringComparer.Ordinal);

    public Ear(CompiledPolicy policy)
    {
        _book = policy.Book;
        var lexicon = policy.Lexicon;
        foreach (var concept in lexicon.Concepts.Where(concept => concept.Facet != lexicon.Towards && concept.Facet != lexicon.About))
        {
            Learn(concept, isAct: concept.Facet == lexicon.Act);
        }
    }

    public ImmutableArray<HeardWord> Words(string question, int most) =>
        [.. _book.PlainWords(question).Take(most).Select(word => new HeardWord(word.Said, word.Plain))];

    /// <summary>The phrases that a question holds: the longest of each facet, and none that is only a piece of another.</summary>
    public List<HeardMatch> Matches(ImmutableArray<HeardWord> words)
    {
        var all = new List<HeardMatch>();
        for (var at = 0; at < words.Length; at++)
        {
            foreach (var phrase in _byFirstWord.GetValueOrDefault(words[at].Plain) ?? [])
            {
                if (Fits(words, at, phrase))
                {
                    all.Add(new(phrase, at));
                }
            }
        }

        return [.. all.Where(match => !all.Exists(other => match.IsWithin(other) && !IsPair(match, other)))];
    }

    private static bool Fits(ImmutableArray<HeardWord> words, int at, HeardPhrase phrase)
    {
        if (at + phrase.Words.Length > words.Length)
        {
            return false;
        }

        for (var word = 0; word < phrase.Words.Length; word++)
        {
            if (words[at + word].Plain != phrase.Words[word])
            {
                return false;
            }
        }

        return true;
    }

    // "My Facebook" is an account, and Facebook in it is a platform.
    private static bool IsPair(HeardMatch match, HeardMatch other) =>
        match.Phrase.Concept.Facet.Section == "platform" && other.Phrase.Concept.Facet.Section == "account";

    private void Learn(Concept concept, bool isAct)
    {
        IEnumerable<string> phrases = [.. concept.Phrases, .. concept.Heard, .. concept.Clause is { } clause ? [clause] : Array.Empty<string>()];
        foreach (var phrase in phrases.Distinct())
        {
            if (!isAct)
            {
                Add(phrase, concept, isPast: false);
                continue;
            }

            foreach (var (form, isPast) in VerbForms.Of(phrase))
            {
                Add(form, concept, isPast);
            }
        }
    }

    private void Add(string phrase, Concept concept, bool isPast)
    {
        ImmutableArray<string> words = [.. _book.PlainWords(phrase).Select(word => word.Plain)];
        if (words.IsEmpty)
        {
            return;
        }

        if (!_byFirstWord.TryGetValue(words[0], out var phrases))
        {
            _byFirstWord[words[0]] = phrases = [];
        }

        if (!phrases.Exists(known => known.Concept == concept && known.Words.SequenceEqual(words)))
        {
            phrases.Add(new(words, concept, isPast, phrase.EndsWith('?')));
        }
    }
}
