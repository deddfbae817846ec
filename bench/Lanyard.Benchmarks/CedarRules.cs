using System.Numerics;
using System.Text;
using System.Text.Json;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Compilation;

namespace Lanyard.Benchmarks;

/// <summary>Writes a policy's rules of conduct as Cedar policies, and situations as Cedar contexts.</summary>
internal sealed class CedarRules(CompiledPolicy policy)
{
    private readonly Lexicon _lexicon = policy.Lexicon;

    public int Count => policy.Statements.OfType<Conduct>().Count() + 1;

    public string Policies()
    {
        var text = new StringBuilder("@id(\"otherwise\")\npermit(principal, action, resource);\n");
        foreach (var conduct in policy.Statements.OfType<Conduct>())
        {
            var isForbidding = conduct.Modality is Modality.MustNot or Modality.Must;
            var omission = conduct.Modality is Modality.Must or Modality.Should ? 2UL : 1UL;
            text.Append($"@id(\"{conduct.Id}\")\n{(isForbidding ? "forbid" : "permit")}(principal, action, resource) when {{ {Condition(conduct.When.And(new Atom(_lexicon.Omission, omission)))} }}");
            foreach (var exception in conduct.Exceptions)
            {
                text.Append($" unless {{ {Condition(exception)} }}");
            }

            text.Append(";\n");
        }

        return text.ToString();
    }

    public void WriteContext(Utf8JsonWriter json, Situation situation)
    {
        json.WriteStartObject();
        foreach (var facet in _lexicon.Facets)
        {
            json.WriteString(Name(facet), facet.Values[BitOperations.TrailingZeroCount(situation[facet])]);
        }

        json.WriteEndObject();
    }

    private static string Condition(Condition condition) =>
        string.Join(" && ", condition.Parts.Select(part => "(" + string.Join(" || ", part.Atoms.Select(Atom)) + ")"));

    private static string Atom(Atom atom)
    {
        var values = Enumerable.Range(0, atom.Facet.Values.Length).Where(value => (atom.Values >> value & 1) == 1).Select(value => $"\"{atom.Facet.Values[value]}\"").ToList();
        return values.Count == 1 ? $"context.{Name(atom.Facet)} == {values[0]}" : $"[{string.Join(", ", values)}].contains(context.{Name(atom.Facet)})";
    }

    private static string Name(Facet facet) => "f_" + facet.Id.Replace('-', '_');
}
