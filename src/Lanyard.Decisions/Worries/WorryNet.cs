using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Lanyard.Domain.Vocabulary;

namespace Lanyard.Decisions.Worries;

/// <summary>Hears, before anything else and however it is spelt, whether somebody tells of harm to a child or of the
/// fear of it.</summary>
/// <remarks>Words alone, from one file, without a network. In doubt it names who to tell: a worry lost costs more
/// than one told twice.</remarks>
public sealed partial class WorryNet
{
    private const int Reach = 16; // words
    private const int MostWords = 400;

    private static readonly string[] Hearing = ["tell", "told", "inform", "informed", "report", "ask", "teaching"];

    private readonly WorryBook _book = WorryBook.Shipped;

    /// <summary>The worry that a text tells of; <see langword="null"/> if it tells of none.</summary>
    /// <param name="text">What somebody writes, in any spelling.</param>
    /// <param name="asker">Their role; <see langword="null"/> if it is not known.</param>
    public Worry? Hear(string text, Concept? asker)
    {
        var who = new Asker(asker);
        var sentences = Sentences(text);
        var found = sentences.SelectMany(sentence => _book.Patterns
            .SelectMany(pattern => Find(sentence, pattern))).ToList();
        var worries = Worrying(found, sentences, who);
        if (worries.Count == 0 && !Telling.IsIn(text, sentences, who))
        {
            return null;
        }

        var isAdult = (worries.Count == 0 || worries.Exists(worry => worry.Pattern.Kind == "adult too close"))
            && IsAbout(sentences, "worker");
        var isHead = IsAbout(sentences, "head");
        ImmutableArray<string> kinds = worries.Count == 0
            ? [Telling.Kind] : [.. worries.OrderByDescending(worry => worry.Pattern.Strength)
            .Select(worry => worry.Pattern.Kind).Distinct()];
        return WhomToTell.Of(kinds, who, isAdult, isHead, worries
            .Exists(IsForPolice), HasPicture(sentences, kinds)) with { IsTold = worries.Count == 0
            || worries.Exists(worry => !worry.IsAsked) };
    }

    private static List<Found> Worrying(List<Found> found, List<ToldSentence> sentences, Asker who)
    {
        var asks = sentences.Exists(sentence => sentence.Asks);
        var sure = found.FindAll(each => each.Pattern.Strength switch
        {
            WorryStrength.Always => true,
            WorryStrength.Sure => !each.IsAsked,
            WorryStrength.Told => !asks,
            _ => false,
        });
        var hints = found.FindAll(each => each.Pattern.Strength <= WorryStrength.Told && !each.IsAsked);
        var isOwn = sentences.Exists(sentence => sentence.Has("own doing")) && !who.IsYoung;
        var isEveryday = sentences.Exists(sentence => sentence.Has("everyday"))
            && hints.TrueForAll(each => each.Pattern.Kind == "adult too close");
        var isOpen = sentences.Exists(sentence => sentence.AsksWhomToTell)
            || (!asks && !isOwn && !isEveryday
            && (who.IsYoung || hints.Select(each => each.Pattern).Distinct().Count() > 1));
        return isOpen || sure.Count > 0 ? [.. sure.Union(hints)] : [];
    }

    private List<ToldSentence> Sentences(string text)
    {
        var small = text.Normalize(NormalizationForm.FormC).ToLower(CultureInfo.InvariantCulture);
        var plain = Apostrophe().Replace(small, "");
        return [.. SentenceEnd().Split(plain)
            .Select(sentence => Word().Matches(sentence)
            .SelectMany(word => _book.Spelt(word.Value)).Take(MostWords).ToArray())
            .Where(words => words.Length > 0).Select(words => new ToldSentence(words, _book))];
    }

    // The groups of a pattern, close together and none on the words of another.
    private static IEnumerable<Found> Find(ToldSentence sentence, WorryPattern pattern)
    {
        if (pattern.Groups.All(sentence.Has))
        {
            var chosen = Choices(sentence, pattern.Groups, [])
                .Where(hits => !hits.Exists(hit => sentence.IsTopic(hit)) && !sentence.IsDenied(hits[0])).ToList();
            if (chosen.Count > 0)
            {
                yield return new(pattern, chosen.TrueForAll(hits => hits.Exists(sentence.IsAsked)));
            }
        }
    }

    private static IEnumerable<List<WorryHit>> Choices(ToldSentence sentence, ImmutableArray<string> groups,
        List<WorryHit> chosen)
    {
        if (chosen.Count == groups.Length)
        {
            return [chosen];
        }

        return sentence.Hits.Where(hit => hit.Group == groups[chosen.Count]
            && !chosen.Exists(other => other.Overlaps(hit))
            && chosen.TrueForAll(other => Math.Abs(other.From - hit.From) <= Reach))
            .SelectMany(hit => Choices(sentence, groups, [.. chosen, hit]));
    }

    // "I told the head" and "can I tell a teacher" say who hears of it, not who did it.
    private static bool IsAbout(List<ToldSentence> sentences, string group) =>
        sentences.Exists(sentence => sentence.Hits
            .Any(hit => hit.Group == group
            && !Enumerable.Range(hit.From - 3, 3)
            .Any(at => Hearing.Contains(sentence.Word(at)))));

    private static bool IsForPolice(Found worry) =>
        worry.Pattern is { Strength: > WorryStrength.Hint, Kind: "weapon" or "sexual" or "meeting online" };

    private static bool HasPicture(List<ToldSentence> sentences, ImmutableArray<string> kinds) =>
        kinds.Any(kind => kind is "sexual" or "image going round")
            && sentences.Exists(sentence => sentence.Has("picture") || sentence.Has("nude picture"));

    private sealed record Found(WorryPattern Pattern, bool IsAsked);

    [GeneratedRegex(@"(?<=\w)['’`](?=\w)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Apostrophe();

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"[.!?;]+\s|[.!?;]+$|\r?\n", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceEnd();
}
