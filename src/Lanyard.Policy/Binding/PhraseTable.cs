using System.Collections.Immutable;

namespace Lanyard.Policy.Binding;

/// <summary>Phrases by their first word, to find those that stand at a place of a sentence.</summary>
internal sealed class PhraseTable<T>
{
    private readonly Dictionary<string, List<Phrase<T>>> _byFirstWord = new(StringComparer.Ordinal);

    public IEnumerable<Phrase<T>> All => _byFirstWord.Values.SelectMany(phrases => phrases);

    public void Add(ImmutableArray<string> words, T meaning)
    {
        if (words.Length == 0)
        {
            return;
        }

        if (!_byFirstWord.TryGetValue(words[0], out var phrases))
        {
            _byFirstWord[words[0]] = phrases = [];
        }

        if (!phrases.Exists(phrase => phrase.Words.SequenceEqual(words) && EqualityComparer<T>.Default.Equals(phrase.Meaning, meaning)))
        {
            phrases.Add(new(words, meaning));
        }
    }

    /// <summary>Every phrase that stands at a place, with its length; <paramref name="reached"/> says how far the best attempt came.</summary>
    public List<Phrase<T>> At(ReadOnlySpan<string> words, int at, ref int reached)
    {
        var found = new List<Phrase<T>>();
        if (at >= words.Length || !_byFirstWord.TryGetValue(words[at], out var phrases))
        {
            return found;
        }

        foreach (var phrase in phrases)
        {
            var common = words[at..].CommonPrefixLength(phrase.Words.AsSpan());
            if (common == phrase.Words.Length)
            {
                found.Add(phrase);
            }
            else
            {
                reached = Math.Max(reached, at + common);
            }
        }

        return found;
    }
}
