using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Lanyard.Cli.Output;
using Lanyard.Domain.Vocabulary;

namespace Lanyard.Cli.Commands;

/// <summary>Prints the words that a policy may use.</summary>
internal static class VocabularyCommand
{
    public static Command Create()
    {
        var section = new Argument<string?>("FACET") { Description = "Only this facet or list, such as account or topics.", Arity = ArgumentArity.ZeroOrOne };
        var json = Shared.Json();
        var command = new Command("vocabulary", "Print every word that a policy or a situation may use.") { section, json };
        command.SetAction(parsed => Run(parsed.GetValue(section), parsed.GetValue(json)));
        return command.WithExample("lanyard vocabulary account");
    }

    private static int Run(string? only, bool isJson)
    {
        var lexicon = Lexicon.Shipped;
        var facets = lexicon.Facets.Where(facet => only is null || facet.Id == only || facet.Section == only).ToList();
        var lists = lexicon.Lists.Where(list => only is null || list.Key == only).OrderBy(list => list.Key, StringComparer.Ordinal).ToList();
        if (facets.Count == 0 && lists.Count == 0)
        {
            var names = lexicon.Facets.Select(facet => facet.Section).Concat(lexicon.Lists.Keys).Distinct();
            throw new Misuse($"There is no facet or list called \"{only}\". There are: {string.Join(", ", names)}.");
        }

        Console.WriteLine(isJson ? JsonOutput.Text(json => Write(json, lexicon, facets, lists)) : Text(lexicon, facets, lists));
        return ExitCode.Fine;
    }

    private static string Text(Lexicon lexicon, List<Facet> facets, List<KeyValuePair<string, System.Collections.Immutable.ImmutableArray<ListedWord>>> lists)
    {
        var lines = new List<string>();
        foreach (var section in facets.GroupBy(facet => facet.Section))
        {
            lines.Add($"{section.Key}: {section.First().Question}");
            lines.AddRange(section.SelectMany(facet => lexicon.Concepts.Where(concept => concept.Facet == facet)).Select(concept => Line(lexicon, concept)));
            lines.Add("");
        }

        foreach (var (name, words) in lists)
        {
            lines.Add(name);
            lines.AddRange(words.Select(word => $"  {string.Join(" = ", word.Phrases)}"));
            lines.Add("");
        }

        return string.Join('\n', lines).TrimEnd();
    }

    private static string Line(Lexicon lexicon, Concept concept)
    {
        var others = concept.Phrases.Where(phrase => phrase != concept.Name).ToList();
        var clause = concept.Clause is { } said ? $": {said}" : "";
        var ages = lexicon.MinimumAges.Where(age => age.Platform == concept)
            .Select(age => age.From is { } from ? string.Create(CultureInfo.InvariantCulture, $"{age.Years} from {from:yyyy-MM-dd}") : string.Create(CultureInfo.InvariantCulture, $"{age.Years}"))
            .ToList();
        return $"  {new string(' ', concept.Depth)}{concept.Name}{clause}{(others.Count == 0 ? "" : $" = {string.Join(" | ", others)}")}{(ages.Count == 0 ? "" : $" (minimum age {string.Join(", ", ages)})")}";
    }

    private static void Write(
        Utf8JsonWriter json, Lexicon lexicon, List<Facet> facets, List<KeyValuePair<string, System.Collections.Immutable.ImmutableArray<ListedWord>>> lists)
    {
        json.WriteStartObject();
        json.Array("facets", facets, facet =>
        {
            json.WriteStartObject();
            json.WriteString("facet", facet.Id);
            json.WriteString("kind", facet.Kind.ToString().ToLowerInvariant());
            json.WriteString("section", facet.Section);
            json.WriteString("question", facet.Question);
            json.Array("words", lexicon.Concepts.Where(concept => concept.Facet == facet), concept =>
            {
                json.WriteStartObject();
                json.WriteString("word", concept.Name);
                json.Strings("phrases", concept.Phrases);
                json.WriteString("clause", concept.Clause);
                json.WriteNumber("depth", concept.Depth);
                json.WriteEndObject();
            });
            json.WriteEndObject();
        });
        json.WriteStartObject("lists");
        foreach (var (name, words) in lists)
        {
            json.Strings(name, words.Select(word => word.Name));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
