using System.Numerics;
using System.Text.Json;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Compilation;
using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Text;

namespace Lanyard.Decisions.Situations;

/// <summary>Situations as JSON: one property for each facet, its value a word of the vocabulary, a list of words, or true or false.</summary>
/// <example><c>{ "actor": "teacher", "act": "message", "towards": "parent", "account": "personal account", "headteacher-approval": true }</c></example>
public static class SituationJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8, AllowTrailingCommas = true };

    /// <summary>Reads a situation. What it does not name is unknown, or, for a permission, not held.</summary>
    /// <param name="policy">The policy that will be asked.</param>
    /// <param name="told">The JSON text.</param>
    /// <param name="today">The day, on which the minimum ages of platforms depend.</param>
    public static SituationReadResult Read(CompiledPolicy policy, string told, DateOnly today)
    {
        var source = new SourceText("situation", told);
        var problems = new List<Diagnostic>();
        try
        {
            using var document = JsonDocument.Parse(told, Options);
            var situation = new JsonFacts(policy.Lexicon, source, problems).Read(document.RootElement, today);
            return new(problems.Count == 0 ? situation : null, [.. problems]);
        }
        catch (InvalidOperationException) // half of a character, which only the reading of its text finds
        {
            return new(null, [new NotJson(source.Span(0, Math.Min(1, source.Content.Length)))]);
        }
        catch (JsonException problem)
        {
            var line = (int)Math.Clamp((problem.LineNumber ?? 0) + 1, 1, source.Content.Count(letter => letter == '\n') + 1);
            var start = source.Content.Split('\n').Take(line - 1).Sum(text => text.Length + 1);
            return new(null, [new NotJson(source.Span(Math.Min(start, source.Content.Length), Math.Min(1, source.Content.Length)))]);
        }
    }

    /// <summary>Writes a situation so that reading it gives it again.</summary>
    public static void Write(Utf8JsonWriter json, Situation situation)
    {
        json.WriteStartObject();
        foreach (var facet in situation.Lexicon.Facets.Where(facet => situation[facet] != facet.Silence))
        {
            WriteFacet(json, facet, situation[facet]);
        }

        json.WriteEndObject();
    }

    private static void WriteFacet(Utf8JsonWriter json, Facet facet, ulong values)
    {
        if (facet.Kind != FacetKind.Choice)
        {
            if (values == facet.All)
            {
                json.WriteNull(facet.Id);
            }
            else
            {
                json.WriteBoolean(facet.Id, values == Facet.Yes);
            }

            return;
        }

        if (BitOperations.IsPow2(values))
        {
            json.WriteString(facet.Id, facet.Values[BitOperations.TrailingZeroCount(values)]);
            return;
        }

        json.WriteStartArray(facet.Id);
        for (var left = values; left != 0; left &= left - 1)
        {
            json.WriteStringValue(facet.Values[BitOperations.TrailingZeroCount(left)]);
        }

        json.WriteEndArray();
    }
}
