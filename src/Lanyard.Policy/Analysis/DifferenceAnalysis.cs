using System.Collections.Immutable;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Compilation;

namespace Lanyard.Policy.Analysis;

/// <summary>Compares two policies, of one organisation or of two: exact, in as few sentences as it can find.</summary>
public sealed class DifferenceAnalysis
{
    private const int Pair = 8; // more than there are verdicts

    private readonly CompiledPolicy _before;
    private readonly CompiledPolicy _after;
    private readonly Diagram _diagram;
    private readonly Cover _cover;

    private DifferenceAnalysis(CompiledPolicy before, CompiledPolicy after)
    {
        (_before, _after) = (before, after);
        _diagram = VerdictFunction.Everywhere(before);
        _cover = new(_diagram);
    }

    /// <summary>Compares two policies.</summary>
    /// <exception cref="ArgumentException">They were compiled with different vocabularies.</exception>
    /// <exception cref="AnalysisTooLargeException">They are too large to compare exactly.</exception>
    public static PolicyDifference Of(CompiledPolicy before, CompiledPolicy after)
    {
        if (before.Lexicon != after.Lexicon)
        {
            throw new ArgumentException("Cannot compare policies in different vocabularies. Compile both with one.", nameof(after));
        }

        var analysis = new DifferenceAnalysis(before, after);
        var (had, has) = (Others(before), Others(after));
        return new(analysis.Verdicts(), analysis.Duties(), [.. has.Except(had)], [.. had.Except(has)]);
    }

    private ImmutableArray<VerdictDifference> Verdicts()
    {
        var both = _diagram.WherePossible(_diagram.Apply(
            VerdictFunction.Of(_diagram, _before.Rules), VerdictFunction.Of(_diagram, _after.Rules), (was, now) => (was * Pair) + now));
        var found = ImmutableArray.CreateBuilder<VerdictDifference>();
        foreach (var pair in _diagram.Range(both).Where(pair => pair / Pair != pair % Pair))
        {
            var (was, now) = ((Verdict)(pair / Pair), (Verdict)(pair % Pair));
            var set = _diagram.Apply(both, both, (value, _) => value == pair ? 1 : value == Diagram.Impossible ? value : 0);
            found.AddRange(_cover.Of(set).Select(atoms => new VerdictDifference(was, now, atoms, $"{Describe(atoms)}: was {was.InWords()}, now {now.InWords()}")));
        }

        return [.. found.OrderByDescending(difference => difference.Now).ThenBy(difference => difference.Was).ThenBy(difference => difference.Atoms.Length)];
    }

    private ImmutableArray<DutyDifference> Duties()
    {
        var before = Triggers(_before);
        var after = Triggers(_after);
        var found = ImmutableArray.CreateBuilder<DutyDifference>();
        foreach (var duty in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            var (was, now) = (before.GetValueOrDefault(duty), after.GetValueOrDefault(duty));
            foreach (var isNew in new[] { true, false })
            {
                var only = _diagram.WherePossible(_diagram.Apply(isNew ? now : was, isNew ? was : now, (here, there) => here > there ? 1 : 0));
                found.AddRange(_cover.Of(only).Select(atoms =>
                    new DutyDifference(isNew, duty, atoms, $"{Describe(atoms)}: {(isNew ? "now" : "no longer")} {duty}")));
            }
        }

        return found.ToImmutable();
    }

    private Dictionary<string, int> Triggers(CompiledPolicy policy)
    {
        var triggers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < policy.Statements.Length; at++)
        {
            if (policy.Statements[at] is Duty duty)
            {
                var function = VerdictFunction.Trigger(_diagram, policy.Rules.Where(rule => rule.Statement == at));
                var text = policy.Phrasing.Duty(duty);
                triggers[text] = _diagram.Apply(triggers.GetValueOrDefault(text), function, Math.Max);
            }
        }

        return triggers;
    }

    private string Describe(ImmutableArray<Atom> atoms) => _after.Phrasing.DescribeCase(atoms);

    private static HashSet<string> Others(CompiledPolicy policy) =>
        [.. policy.Statements.Where(statement => statement is not (Conduct or Duty)).Select(statement => statement.Text)];
}
