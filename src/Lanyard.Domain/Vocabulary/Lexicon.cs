using System.Collections.Immutable;
using System.Text;

namespace Lanyard.Domain.Vocabulary;

/// <summary>The closed vocabulary of situations: every facet, every word, and what each word implies.</summary>
/// <remarks>
/// Read from one file that a person can read, <c>vocabulary.txt</c>. Immutable, so safe to share between threads.
/// </remarks>
public sealed class Lexicon
{
    private static readonly Lazy<Lexicon> Ours = new(ReadShipped);

    private readonly Dictionary<string, Facet> _facets;

    internal Lexicon(
        ImmutableArray<Facet> facets,
        ImmutableArray<Concept> concepts,
        ImmutableDictionary<string, ImmutableArray<ListedWord>> lists,
        ImmutableArray<Implication> implications,
        ImmutableArray<MinimumAge> minimumAges)
    {
        (Facets, Concepts, Lists, Implications, MinimumAges) = (facets, concepts, lists, implications, minimumAges);
        _facets = facets.ToDictionary(facet => facet.Id, StringComparer.Ordinal);
        (Actor, Act, Towards, About) = (Facet("actor"), Facet("act"), Facet("towards"), Facet("about"));
        (Tense, Omission, Platform) = (Facet("tense"), Facet("omission"), Facet("platform"));
    }

    /// <summary>The vocabulary that Lanyard ships with.</summary>
    public static Lexicon Shipped => Ours.Value;

    /// <summary>Every facet, in the order of the file.</summary>
    public ImmutableArray<Facet> Facets { get; }

    /// <summary>Every word that says something about a facet, in the order of the file.</summary>
    public ImmutableArray<Concept> Concepts { get; }

    /// <summary>The lists of words that no situation turns on, by the name of their section.</summary>
    public ImmutableDictionary<string, ImmutableArray<ListedWord>> Lists { get; }

    /// <summary>What words imply about other facets.</summary>
    public ImmutableArray<Implication> Implications { get; }

    /// <summary>What statements take for their words.</summary>
    public ImmutableArray<Counting> Counting { get; internal init; } = [];

    /// <summary>The ages that platforms ask for, by date.</summary>
    public ImmutableArray<MinimumAge> MinimumAges { get; }

    /// <summary>Turns of phrase that mean something else than the words of the vocabulary in them, such as "mock exam"; heard in questions only.</summary>
    public ImmutableArray<string> Idioms { get; internal init; } = [];

    /// <summary>Who acts.</summary>
    public Facet Actor { get; }

    /// <summary>What they do.</summary>
    public Facet Act { get; }

    /// <summary>Towards whom.</summary>
    public Facet Towards { get; }

    /// <summary>About whom.</summary>
    public Facet About { get; }

    /// <summary>Whether it is intended or done.</summary>
    public Facet Tense { get; }

    /// <summary>Whether it is done or left out.</summary>
    public Facet Omission { get; }

    /// <summary>The platform.</summary>
    public Facet Platform { get; }

    /// <summary>The conditions that a person must judge, in the words of the policies that put them.</summary>
    public IEnumerable<Concept> JudgedConditions => Concepts.Where(concept => concept.Facet.IsJudged);

    /// <summary>This vocabulary, and conditions that a person must judge.</summary>
    /// <param name="conditions">The conditions, such as "in exceptional circumstances". Those that are there
    /// already are left out.</param>
    public Lexicon WithJudged(IEnumerable<string> conditions)
    {
        var added = conditions.Where(condition => FindFacet(JudgedWords.IdOf(condition)) is null)
            .DistinctBy(JudgedWords.IdOf)
            .Select((condition, at) =>
                JudgedWords.Of(condition, Facets.Length + at, Facets.Max(facet => facet.Slot) + 1))
            .ToImmutableArray();
        return added.IsEmpty ? this
            : new(Facets.AddRange(added.Select(concept => concept.Facet)), Concepts.AddRange(added), Lists,
                Implications, MinimumAges)
            {
                Counting = Counting,
                Idioms = Idioms,
            };
    }

    /// <summary>Finds a condition that a person must judge by its words, or <see langword="null"/> if there is
    /// none.</summary>
    public Concept? FindJudged(string condition) =>
        FindFacet(JudgedWords.IdOf(condition)) is { } facet ? Concepts.First(concept => concept.Facet == facet) : null;

    /// <summary>Finds a facet by its lasting name, or <see langword="null"/> if there is none.</summary>
    public Facet? FindFacet(string id) => _facets.GetValueOrDefault(id);

    /// <summary>The facet of that name.</summary>
    /// <exception cref="ArgumentException">The vocabulary has no such facet.</exception>
    public Facet Facet(string id) => FindFacet(id)
        ?? throw new ArgumentException($"The vocabulary has no facet \"{id}\". Add it to vocabulary.txt.", nameof(id));

    /// <summary>The word of that name of a facet, or <see langword="null"/> if there is none.</summary>
    public Concept? FindConcept(Facet facet, string name) =>
        Concepts.FirstOrDefault(concept => concept.Facet == facet
            && (concept.Name == name || concept.Phrases.Contains(name, StringComparer.OrdinalIgnoreCase)));

    /// <summary>The word of that name of a facet.</summary>
    /// <exception cref="ArgumentException">The vocabulary has no such word.</exception>
    public Concept Concept(Facet facet, string name) => FindConcept(facet, name)
        ?? throw new ArgumentException($"The facet \"{facet.Id}\" has no word \"{name}\". Add it to vocabulary.txt.", nameof(name));

    /// <summary>Reads a vocabulary from its text.</summary>
    /// <exception cref="VocabularyException">The text breaks the rules of the file.</exception>
    public static Lexicon Read(string text) => new LexiconReader(text).Read();

    private static Lexicon ReadShipped()
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("vocabulary.txt")!; // built into the assembly
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Read(reader.ReadToEnd());
    }
}
