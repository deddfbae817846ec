using System.Collections.Immutable;

namespace Lanyard.Decisions.Worries;

/// <summary>One sentence, with the groups of words in it, and which of its words only ask for leave or about the
/// policy.</summary>
internal sealed class ToldSentence
{
    private const int MostBetween = 4; // words, where a phrase leaves room for some
    private const int TopicReach = 3; // words

    private readonly ImmutableArray<string[]> _words;
    private readonly bool[] _isAsked;
    private readonly bool[] _isTopic;

    public ToldSentence(string[] words, WorryBook book)
    {
        _words = [.. words.Select(word => book.Meant(word).Distinct().ToArray())];
        Hits = [.. Enumerable.Range(0, words.Length).SelectMany(at => HitsAt(book, at)).Distinct()];
        _isAsked = new bool[words.Length];
        _isTopic = new bool[words.Length];
        var asks = false;
        for (var at = 0; at < words.Length; at++)
        {
            asks = !IsWithin("asks whom to tell", at) && !IsWithin("plea", at)
                && (Starts("asks leave", at) || Starts("asks about the policy", at) || asks);
            _isAsked[at] = asks;
            if (Starts("topic", at))
            {
                Array.Fill(_isTopic, true, Math.Max(0, at - TopicReach),
                    Math.Min(words.Length, at + TopicReach + 1) - Math.Max(0, at - TopicReach));
            }
        }
    }

    public ImmutableArray<WorryHit> Hits { get; }

    /// <summary>Whether leave is asked for, or what the policy says.</summary>
    public bool Asks => _isAsked.Contains(true);

    public bool AsksWhomToTell => Has("asks whom to tell");

    public bool Has(string group) => Hits.Any(hit => hit.Group == group);

    /// <summary>Whether words are part of what leave is asked for.</summary>
    public bool IsAsked(WorryHit hit) => _isAsked[hit.From];

    /// <summary>Whether words are what something is about, such as a lesson or a poster.</summary>
    public bool IsTopic(WorryHit hit) => _isTopic[hit.From];

    /// <summary>Whether the word before says that there is none.</summary>
    public bool IsDenied(WorryHit hit) => hit.From > 0
        && _words[hit.From - 1][0] is "no" or "not" or "without" or "never";

    /// <summary>The word at a place, as it was said.</summary>
    public string Word(int at) => at >= 0 && at < _words.Length ? _words[at][0] : "";

    private bool IsWithin(string group, int at) => Hits
        .Any(hit => hit.From <= at && at < hit.End && hit.Group == group);

    private bool Starts(string group, int at) => Hits.Any(hit => hit.From == at && hit.Group == group);

    private IEnumerable<WorryHit> HitsAt(WorryBook book, int at) =>
        from word in _words[at] from phrase in book.From(word) let end = End(phrase.Words,
            at) where end > 0 select new WorryHit(phrase.Group, at, end);

    private int End(ImmutableArray<string> phrase, int at)
    {
        for (var part = 0; part < phrase.Length; part++)
        {
            if (phrase[part] == WorryPhrase.Gap)
            {
                part++;
                var last = Math.Min(_words.Length, at + MostBetween + 1);
                while (at < last && !_words[at].Contains(phrase[part]))
                {
                    at++;
                }

                at = at == last ? _words.Length : at;
            }

            if (at >= _words.Length || !_words[at].Contains(phrase[part]))
            {
                return -1;
            }

            at++;
        }

        return at;
    }
}
