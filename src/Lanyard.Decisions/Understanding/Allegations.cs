using System.Collections.Frozen;
using Lanyard.Domain.Vocabulary;

namespace Lanyard.Decisions.Understanding;

/// <summary>Finds whom somebody is said to accuse: whoever hears of it receives an allegation, whatever the words of it are about.</summary>
internal sealed class Allegations(Lexicon lexicon)
{
    private const int Near = 4; // words

    private static readonly FrozenSet<string> Suffers = Of("been", "was", "were", "is", "are", "being", "got", "stands", "falsely", "wrongly");
    private static readonly FrozenSet<string> Says = Of("says", "say", "said", "saying", "claims", "claim", "claimed", "claiming", "alleges", "allege", "alleged", "alleging", "reports", "reported", "complains", "complained");
    private static readonly FrozenSet<string> Accuses = Of("accused", "accuses", "accuse", "accusing", "alleged", "allegedly", "allegation", "accusation", "against");
    private static readonly FrozenSet<string> Leads = Of("that", "a", "an", "the", "one", "of", "our", "my", "her", "his", "their", "another", "some", "two");
    private static readonly FrozenSet<string> Modals = Of("may", "can", "could", "should", "must", "will", "would", "might");

    /// <summary>Whether a word says that somebody is accused, and so has been understood where somebody is.</summary>
    public static bool IsHeard(string word) => Accuses.Contains(word) || Says.Contains(word);

    /// <summary>Who is accused; <see langword="null"/> if nobody is, or if leave is asked for instead.</summary>
    /// <param name="sentence">What is told.</param>
    /// <param name="asker">The role of whoever tells it, for "accused me".</param>
    /// <param name="asksWhomToTell">Whether they ask whom to tell of it.</param>
    public ulong? Accused(HeardSentence sentence, Concept asker, bool asksWhomToTell)
    {
        if (sentence.AsksLeave)
        {
            return null;
        }

        var roles = sentence.Matches.Where(role => IsWithin(role, "workforce")).OrderBy(role => role.From).ToList();
        for (var at = 0; at < sentence.Words.Length; at++)
        {
            if (AccusedAt(sentence, roles, at, asker) is { } accused)
            {
                return IsMe(sentence, at) ? accused : Another(accused, asker);
            }
        }

        return asksWhomToTell && (IsAboutHarm(sentence) || IsToChild(sentence, asker)) && sentence.DoerAtWork is { } doer ? Another(doer.Phrase.Concept.Values, asker) : null;
    }

    // The headteacher who hears that "a member of staff" is accused is not that one.
    private static ulong Another(ulong accused, Concept asker) => asker.IsUnique && (accused & ~asker.Values) is not 0 and var others ? others : accused;

    private static bool IsMe(HeardSentence sentence, int at) => at + 1 < sentence.Words.Length && sentence.Words[at + 1].Plain is "me" or "us";

    // "The head keeps texting me", says a child.
    private bool IsToChild(HeardSentence sentence, Concept asker) =>
        (asker.Values & ~lexicon.Concept(lexicon.Actor, "young person").Values) == 0 && sentence.Words.Any(word => word.Plain is "me" or "us");

    private ulong? AccusedAt(HeardSentence sentence, List<HeardMatch> roles, int at, Concept asker)
    {
        var word = sentence.Words[at].Plain;
        var before = at > 0 ? sentence.Words[at - 1].Plain : "";
        var after = at + 1 < sentence.Words.Length ? sentence.Words[at + 1].Plain : "";
        return word switch
        {
            "accused" when Suffers.Contains(before) => Last(roles, at)?.Phrase.Concept.Values,
            "alleged" when after == "to" => Last(roles, at)?.Phrase.Concept.Values,
            "allegedly" => (Last(roles, at) ?? First(roles, at))?.Phrase.Concept.Values,
            "accused" or "accuses" or "accuse" or "accusing" when IsByAsker(sentence, at) => null,
            "accused" or "accuses" or "accuse" or "accusing" => after is "me" or "us" ? asker.Values : First(roles, at)?.Phrase.Concept.Values,
            "allegation" or "accusation" => First(roles, at)?.Phrase.Concept.Values,
            _ when Says.Contains(word) && !IsByAsker(sentence, at) && IsAboutHarm(sentence) => Named(sentence, roles, at)?.Phrase.Concept.Values,
            _ => null,
        };
    }

    // "She says that a teacher messaged her": right after it, and not "that a teacher may".
    private static HeardMatch? Named(HeardSentence sentence, List<HeardMatch> roles, int at) =>
        roles.Find(role => role.From > at && sentence.Words.Take(role.From).Skip(at + 1).All(word => Leads.Contains(word.Plain))
            && !sentence.Words.Skip(role.End).Take(2).Any(word => Modals.Contains(word.Plain)));

    // Words that mean nothing else may hint at harm, but only a child or a worry does so for certain.
    private bool IsAboutHarm(HeardSentence sentence) => sentence.Matches
        .Exists(match => HarmWords.IsOne(match) || IsWithin(match, "young person"));

    private static bool IsByAsker(HeardSentence sentence, int at) => sentence.Words.Take(at).TakeLast(2).Any(word => word.Plain is "i" or "we");

    private static HeardMatch? Last(List<HeardMatch> roles, int at) => roles.FindLast(role => role.End <= at && role.End > at - Near);

    private static HeardMatch? First(List<HeardMatch> roles, int at) => roles.Find(role => role.From > at && role.From <= at + Near);

    private bool IsWithin(HeardMatch role, string group) =>
        role.Phrase.Concept.Facet == lexicon.Actor && (role.Phrase.Concept.Values & ~lexicon.Concept(lexicon.Actor, group).Values) == 0;

    private static FrozenSet<string> Of(params string[] words) => FrozenSet.ToFrozenSet(words, StringComparer.Ordinal);
}
