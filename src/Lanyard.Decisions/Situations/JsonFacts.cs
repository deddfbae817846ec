using System.Text.Json;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Binding.Scenarios;
using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Text;

namespace Lanyard.Decisions.Situations;

/// <summary>Reads the properties of a JSON situation; every wrong one is reported.</summary>
internal sealed class JsonFacts(Lexicon lexicon, SourceText source, ICollection<Diagnostic> problems)
{
    private const string Age = "age";

    public Situation? Read(JsonElement root, DateOnly today)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new NotJson(source.Span(0, Math.Min(1, source.Content.Length))));
            return null;
        }

        var situation = Situation.Silent(lexicon);
        int? years = null;
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject())
        {
            if (!named.Add(property.Name))
            {
                problems.Add(new RepeatedKey(SpanOf(property.Name, after: property.Name), property.Name));
            }
            else if (property.NameEquals(Age))
            {
                years = property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetInt32(out var age) && age is > 0 and < 150
                    ? age
                    : Reject(property, "a whole number of years");
            }
            else if (lexicon.FindFacet(property.Name) is { } facet)
            {
                situation = Read(property, facet) is { } values ? situation.With(facet, values) : situation;
            }
            else
            {
                problems.Add(new UnknownFacet(SpanOf(property.Name), property.Name, [.. lexicon.Facets.Select(known => known.Id), Age]));
            }
        }

        situation = years is { } known ? PlatformAges.Apply(situation, known, today) : situation;
        if (problems.Count == 0 && situation.Inferred().Contradictions is [var clash, ..])
        {
            problems.Add(new NeverTrue(source.Span(0, Math.Min(1, source.Content.Length)), $"no value of \"{clash.Id}\" fits all of it"));
        }

        return situation;
    }

    private ulong? Read(JsonProperty property, Facet facet)
    {
        switch (property.Value.ValueKind)
        {
            case JsonValueKind.Null:
                return facet.All;
            case JsonValueKind.True or JsonValueKind.False when facet.Kind != FacetKind.Choice:
                return property.Value.GetBoolean() ? Facet.Yes : Facet.No;
            case JsonValueKind.String when facet.Kind == FacetKind.Choice:
                return Word(property, facet, property.Value.GetString()!); // the element is a string
            case JsonValueKind.Array when facet.Kind == FacetKind.Choice && property.Value.GetArrayLength() > 0:
                return property.Value.EnumerateArray().Aggregate((ulong?)0UL, (set, item) => set | Item(property, facet, item));
            default:
                Reject(property, Expected(facet));
                return null;
        }
    }

    private ulong? Item(JsonProperty property, Facet facet, JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.String)
        {
            return Word(property, facet, item.GetString()!); // the element is a string
        }

        Reject(property, Expected(facet));
        return null;
    }

    private ulong? Word(JsonProperty property, Facet facet, string word)
    {
        if (lexicon.FindConcept(facet, word) is { } concept)
        {
            return concept.Values;
        }

        var known = lexicon.Concepts.Where(candidate => candidate.Facet == facet).SelectMany(candidate => candidate.Phrases.Prepend(candidate.Name));
        problems.Add(new UnknownWord(SpanOf(word, property.Name), word, facet.Kind == FacetKind.Choice ? [.. known.Concat(facet.Values).Distinct()] : ["true", "false"], $"a value of \"{facet.Id}\""));
        return null;
    }

    private int? Reject(JsonProperty property, string expected)
    {
        problems.Add(new UnreadableValue(SpanOf(property.Name), property.Name, expected));
        return null;
    }

    private static string Expected(Facet facet) => facet.Kind == FacetKind.Choice ? "a word of the vocabulary, or a list of words" : "true or false";

    private SourceSpan SpanOf(string text, string? after = null)
    {
        var from = after is null ? 0 : Math.Max(0, source.Content.IndexOf($"\"{after}\"", StringComparison.Ordinal) + after.Length + 2);
        var at = source.Content.IndexOf($"\"{text}\"", Math.Min(from, source.Content.Length), StringComparison.Ordinal);
        return at < 0 ? source.Span(0, Math.Min(1, source.Content.Length)) : source.Span(at + 1, Math.Max(1, text.Length));
    }
}
