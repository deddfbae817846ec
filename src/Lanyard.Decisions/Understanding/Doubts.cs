using System.Collections.Immutable;

namespace Lanyard.Decisions.Understanding;

/// <summary>Words that an answer could turn on, and of which nothing was made: for a person, a denial, or of
/// consent.</summary>
internal static class Doubts
{
    /// <summary>The words, as they were said; what was understood is confirmed if there are any.</summary>
    public static ImmutableArray<string> Of(IEnumerable<HeardSentence> sentences) =>
        [.. sentences.SelectMany(sentence => sentence.Words.Where((_, at) => IsOne(sentence, at))
            .Select(word => word.Said)).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static bool IsOne(HeardSentence sentence, int at) =>
        sentence.IsStranger(at) || sentence.IsUnknownDoer(at) || sentence.IsDenial(at)
        || (!sentence.IsHeard(at) && (PeopleWords.IsConsent(sentence.Words[at].Plain)
        || PeopleWords.IsConsent(sentence.Words[at].Said.ToLowerInvariant())));
}
