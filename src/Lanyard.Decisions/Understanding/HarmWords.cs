using System.Collections.Frozen;
using Lanyard.Domain.Vocabulary;

namespace Lanyard.Decisions.Understanding;

/// <summary>What makes whoever tells of it a witness or a victim, and not somebody who asks for leave.</summary>
internal static class HarmWords
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        ["intimate image", "safeguarding concern", "cause for concern", "like grooming", "bullying", "threatening", "harassing"], StringComparer.Ordinal);

    // What an adult takes up with whoever wrote it, and a child cannot.
    private static readonly FrozenSet<string> Hurts = FrozenSet.ToFrozenSet(["hurtful", "offensive", "hateful", "inappropriate"], StringComparer.Ordinal);

    /// <summary>Whether a word says that somebody may be, or may come to be, harmed.</summary>
    public static bool IsOne(HeardMatch match) => match.Phrase.Concept.Facet.Section == "content"
        && Names.Contains(match.Phrase.Concept.Name);

    /// <summary>Whether a word says that whoever is young and gets such a thing is hurt by it.</summary>
    public static bool IsHurt(HeardMatch match) => match.Phrase.Concept.Facet.Section == "content"
        && Hurts.Contains(match.Phrase.Concept.Name);

    /// <summary>The facts that say so.</summary>
    /// <param name="lexicon">The vocabulary.</param>
    /// <param name="isYoung">Whether they are said of what a young person met.</param>
    public static IEnumerable<Facet> Facets(Lexicon lexicon, bool isYoung) =>
        lexicon.Concepts.Where(concept => concept.Facet.Section == "content"
            && (Names.Contains(concept.Name) || (isYoung && Hurts.Contains(concept.Name))))
            .Select(concept => concept.Facet);

    /// <summary>Whether a child who says this tells of harm to themselves or to somebody else, no matter who the sentence is
    /// about.</summary>
    public static bool IsDisclosure(HeardMatch match) =>
        match.Phrase.Concept.Name is "safeguarding concern" or "intimate image" or "like grooming";
}
