using System.Collections.Frozen;
using System.Collections.Immutable;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Diagnostics;

namespace Lanyard.Workflows.People;

/// <summary>The roles that a person may hold: those of the vocabulary.</summary>
public static class RoleNames
{
    /// <summary>The role of a pupil.</summary>
    public const string Student = "student";

    // Kinds of people rather than roles of one person: nobody is "the workforce".
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "person", "workforce", "young person", "staff other than the headteacher", "family", "organisation", "member of the public", "another governor",
    };

    private static readonly ImmutableArray<Concept> Concepts =
        [.. Lexicon.Shipped.Concepts.Where(concept => concept.Facet == Lexicon.Shipped.Actor && !Kinds.Contains(concept.Name))];

    private static readonly FrozenDictionary<string, string> ByPhrase = Concepts
        .SelectMany(concept => concept.Phrases.Append(concept.Name).Select(phrase => (Phrase: phrase.ToLowerInvariant(), concept.Name)))
        .DistinctBy(pair => pair.Phrase)
        .ToFrozenDictionary(pair => pair.Phrase, pair => pair.Name, StringComparer.Ordinal);

    /// <summary>Their names, in the order of the vocabulary.</summary>
    public static ImmutableArray<string> All { get; } = [.. Concepts.Select(concept => concept.Name)];

    /// <summary>The values of a role in the vocabulary's facet of actors; none if there is no such role.</summary>
    public static ulong Values(string role) => Lexicon.Shipped.FindConcept(Lexicon.Shipped.Actor, role)?.Values ?? 0;

    /// <summary>A role by any of its names in the vocabulary; <see langword="null"/> if there is none.</summary>
    public static string? Find(string text) => ByPhrase.GetValueOrDefault(text.Trim().ToLowerInvariant());

    /// <summary>The name of a role that somebody may have meant; <see langword="null"/> if every one would be a far-fetched guess.</summary>
    public static string? Nearest(string text) => Suggestion.Nearest(text.Trim().ToLowerInvariant(), ByPhrase.Keys);
}
