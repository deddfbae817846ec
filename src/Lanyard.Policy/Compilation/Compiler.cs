using System.Collections.Immutable;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Diagnostics;

namespace Lanyard.Policy.Compilation;

/// <summary>Turns a bound policy into rules.</summary>
internal sealed class Compiler(BoundPolicy bound)
{
    private readonly Lexicon _lexicon = bound.Book.Lexicon;
    private readonly List<Diagnostic> _diagnostics = [.. bound.Diagnostics];
    private readonly List<Rule> _rules = [];

    public CompilationResult Compile()
    {
        var writer = new RuleWriter(_lexicon);
        for (var index = 0; index < bound.Statements.Length; index++)
        {
            Compile(writer, index, bound.Statements[index]);
        }

        ImmutableArray<Diagnostic> found = [.. _diagnostics.OrderBy(diagnostic => diagnostic.Where.Start)];
        var isBroken = found.Any(diagnostic => diagnostic.Severity == Severity.Error);
        return new(bound, isBroken ? null : new(bound, [.. _rules]), found);
    }

    private void Compile(RuleWriter writer, int index, Statement statement)
    {
        try
        {
            var rules = writer.Write(index, statement).ToList();
            var possible = rules.Select(Close).OfType<Rule>().ToList();
            if (possible.Count == 0 && statement is Conduct or Duty or Advice or Consequence)
            {
                _diagnostics.Add(new NeverTrue(statement.Source.Where, "its parts exclude each other"));
            }

            _rules.AddRange(possible);
        }
        catch (TooManyCasesException)
        {
            _diagnostics.Add(new TooManyCases(statement.Source.Where));
        }
    }

    // A case that contradicts what its own words imply can never come up.
    private Rule? Close(Rule rule)
    {
        var situation = Situation.Unknown(_lexicon);
        situation = rule.Atoms.Aggregate(situation, (known, atom) => known.With(atom.Facet, known[atom.Facet] & atom.Values)).Inferred();
        return situation.Contradictions.IsEmpty ? rule with { LooksAt = [.. _lexicon.Facets.Select(facet => situation[facet] != facet.All)] } : null;
    }
}
