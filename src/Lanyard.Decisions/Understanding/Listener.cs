using System.Collections.Immutable;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions.Understanding;

/// <summary>Turns a question in free English into facts, by the words of the vocabulary alone.</summary>
/// <remarks>Deterministic, and without any network. What it does not understand it says; the interview asks for the rest.</remarks>
public sealed class Listener
{
    private const int LongestQuestion = 400; // words

    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "i", "we", "you", "me", "us", "my", "our", "your", "he", "she", "it", "they", "them", "his", "her", "him", "its", "their", "who", "which", "what", "when", "where",
        "may", "can", "could", "should", "shall", "must", "will", "would", "do", "does", "did", "done", "am", "is", "are", "was", "were", "be", "been", "being", "have", "has", "had",
        "a", "an", "the", "any", "some", "this", "that", "these", "those", "to", "from", "on", "in", "at", "of", "for", "with", "by", "as", "into", "onto", "about", "through", "via", "over", "up", "out", "off",
        "and", "or", "but", "if", "then", "so", "not", "no", "yes", "ok", "okay", "allowed", "please", "just", "there", "here", "also", "to", "'s", "s", "want", "like", "need", "someone", "something", "one",
        "back", "after", "before", "again", "still", "ever", "allow", "happen", "permitted", "let", "get", "got", "using", "way", "don't", "doesn't", "without", "because", "how", "why", "mine", "myself", "own",
    };

    private readonly CompiledPolicy _policy;
    private readonly Lexicon _lexicon;
    private readonly Ear _ear;

    /// <summary>Makes a listener for the questions that people put to one policy.</summary>
    public Listener(CompiledPolicy policy)
    {
        _policy = policy;
        _lexicon = policy.Lexicon;
        _ear = new(policy);
    }

    /// <summary>Understands a question.</summary>
    /// <param name="question">The question, such as "may I follow back a girl who left year 11 in July?"</param>
    /// <param name="asker">The role of whoever asks, for "I" and "me"; <see langword="null"/> if it is not known.</param>
    public UnderstoodQuestion Understand(string question, Concept? asker)
    {
        var words = _ear.Words(question, LongestQuestion);
        var matches = _ear.Matches(words);
        var act = matches.Where(match => match.Phrase.Concept.Facet == _lexicon.Act).OrderByDescending(match => match.Length).ThenBy(match => match.From).FirstOrDefault();
        var roles = matches.Where(match => match.Phrase.Concept.Facet == _lexicon.Actor).OrderBy(match => match.From).ToList();
        var situation = Situation.Silent(_lexicon);
        if (act is not null)
        {
            situation = situation.With(act.Phrase.Concept).With(_lexicon.Tense, IsDone(words, act) ? 2UL : 1UL);
            situation = act.Phrase.Concept.Also is { } also ? situation.With(also) : situation;
        }

        situation = WithPeople(situation, words, act, roles, asker);
        situation = matches.Where(match => !IsPerson(match) && match.Phrase.Concept.Facet != _lexicon.Act)
            .GroupBy(match => match.Phrase.Concept.Facet)
            .Aggregate(situation, (known, group) => known.With(group.Key, group.Aggregate(0UL, (set, match) => set | match.Phrase.Concept.Values)));
        var covered = new HashSet<int>(matches.SelectMany(match => Enumerable.Range(match.From, match.Length)));
        ImmutableArray<string> unknown = [.. words.Where((word, at) => !covered.Contains(at) && !Small.Contains(word.Plain)).Select(word => word.Said)];
        situation = situation.Inferred().Contradictions.IsEmpty ? situation : Reconciled(situation);
        return new(situation, unknown, act is null ? null : _policy.Phrasing.Sentence(situation));
    }

    // "A teacher": before the act. "To a parent": after it. "About a pupil": after "about" or "of".
    private Situation WithPeople(Situation situation, IReadOnlyList<HeardWord> words, HeardMatch? act, List<HeardMatch> roles, Concept? asker)
    {
        var isReceived = act is not null && IsReceiving(act.Phrase.Concept);
        var saysI = words.Any(word => word.Plain is "i" or "me" or "my" or "we" or "us");
        var before = act is null || saysI ? [] : roles.Where(role => role.End <= act.From).ToList();
        var about = roles.Where(role => !before.Contains(role) && IsAbout(words, role, roles)).ToList();
        var towards = roles.Except(before).Except(about).ToList();
        if (isReceived && before.Count > 0)
        {
            (before, towards) = ([], before);
        }

        var actor = Meet(before) ?? (saysI || isReceived ? asker?.Values : null);
        situation = actor is { } who ? situation.With(_lexicon.Actor, who) : situation;
        situation = Meet(towards) is { } whom ? situation.With(_lexicon.Towards, whom) : situation;
        return Meet(about) is { } subject ? situation.With(_lexicon.About, subject) : situation;
    }

    private bool IsReceiving(Concept act) => (act.Values & ~_lexicon.Concept(_lexicon.Act, "receive").Values) == 0;

    private static bool IsAbout(IReadOnlyList<HeardWord> words, HeardMatch role, List<HeardMatch> roles)
    {
        // The word before it, over any words that describe the same person.
        var at = role.From - 1;
        while (at >= 0 && (words[at].Plain is "a" or "an" or "the" or "my" or "our" or "one" || roles.Exists(other => other.From <= at && at < other.End && other != role)))
        {
            at--;
        }

        return at >= 0 && words[at].Plain is "about" or "of" && at >= 0;
    }

    // Several words for one person narrow each other ("a girl who left"); words that exclude each other are several people.
    private static ulong? Meet(List<HeardMatch> roles)
    {
        if (roles.Count == 0)
        {
            return null;
        }

        var met = roles.Aggregate(ulong.MaxValue, (set, role) => set & role.Phrase.Concept.Values);
        return met != 0 ? met : roles.Aggregate(0UL, (set, role) => set | role.Phrase.Concept.Values);
    }

    private bool IsPerson(HeardMatch match) => match.Phrase.Concept.Facet == _lexicon.Actor || match.Phrase.Concept.Facet == _lexicon.Towards || match.Phrase.Concept.Facet == _lexicon.About;

    private static bool IsDone(IReadOnlyList<HeardWord> words, HeardMatch act) =>
        act.Phrase.IsPast && !words.Take(act.From).Any(word => word.Plain is "may" or "can" or "could" or "should" or "must");

    // What was heard contradicts what the act implies: the act counts, and the rest is asked for.
    private Situation Reconciled(Situation situation) =>
        _lexicon.Facets.Where(facet => facet != _lexicon.Act && facet != _lexicon.Actor && facet.Kind == FacetKind.Choice && situation[facet] != facet.Silence)
            .Reverse()
            .Aggregate(situation, (known, facet) => known.Inferred().Contradictions.IsEmpty ? known : known.With(facet, facet.Silence));
}
