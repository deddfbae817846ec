using System.Collections.Immutable;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Compilation;

namespace Lanyard.Policy.Analysis;

/// <summary>Compares two policies, of one organisation or of two: exact, in as few sentences as it can find.</summary>
/// <remarks>
/// Every sentence is true of every situation that it describes: each had one of the verdicts under "was", and has the verdict
/// under "now". Where no sentence fits, the verdict is what it was.
/// </remarks>
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
        var changed = _diagram.Range(both).Where(pair => pair / Pair != pair % Pair).Select(pair => (Verdict)(pair % Pair)).Distinct();
        return [.. changed.OrderDescending().SelectMany(now => Became(both, now))];
    }

    // A case may reach situations that had the verdict already, and says so; it reaches none that has another now.
    private IEnumerable<VerdictDifference> Became(int both, Verdict now)
    {
        var set = Where(both, (before, after) => after == now && before != now);
        var forbidden = Where(both, (_, after) => after != now);
        var rules = _after.Rules.Where(rule => rule.Verdict == now && rule.Role != RuleRole.Trigger);
        if (now == Verdict.NotCovered)
        {
            rules = _before.Rules.Where(rule => rule.Verdict > now);
        }

        return _cover.Of(set, forbidden, [.. rules])
            .Select(atoms => Difference(both, atoms, now))
            .DistinctBy(one => one.Text)
            .OrderBy(one => one.Atoms.Length);
    }

    private VerdictDifference Difference(int both, ImmutableArray<Atom> atoms, Verdict now)
    {
        ImmutableArray<Verdict> was = [.. _diagram.Range(both, atoms).Select(pair => (Verdict)(pair / Pair)).Distinct().Order()];
        var said = was.OrderBy(verdict => verdict == now).Select(verdict => verdict == now ? $"already {now.InWords()}" : verdict.InWords());
        return new(was, now, atoms, $"{Describe(atoms)}: was {Phrasing.List([.. said])}, now {now.InWords()}");
    }

    private int Where(int both, Func<Verdict, Verdict, bool> holds) =>
        _diagram.Apply(both, 0, (pair, _) => pair < Pair * Pair && holds((Verdict)(pair / Pair), (Verdict)(pair % Pair)) ? 1 : 0);

    private ImmutableArray<DutyDifference> Duties()
    {
        var before = Triggers(_before);
        var after = Triggers(_after);
        var found = ImmutableArray.CreateBuilder<DutyDifference>();
        foreach (var duty in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            foreach (var isNew in new[] { true, false })
            {
                var (has, lacks) = isNew ? (after, before) : (before, after);
                var only = _diagram.WherePossible(_diagram.Apply(has.GetValueOrDefault(duty), lacks.GetValueOrDefault(duty), (here, there) => here > there ? 1 : 0));
                var outside = _diagram.Apply(only, 0, (isOnly, _) => isOnly == 0 ? 1 : 0);
                found.AddRange(_cover.Of(only, outside, DutyRules(isNew ? _after : _before, duty)).Select(atoms =>
                    new DutyDifference(isNew, duty, atoms, $"{Describe(atoms)}: {(isNew ? "now" : "no longer")} {duty}")));
            }
        }

        return found.ToImmutable();
    }

    private static List<Rule> DutyRules(CompiledPolicy policy, string text) =>
        [.. policy.Rules.Where(rule => policy.Statements[rule.Statement] is Duty duty && policy.Phrasing.Duty(duty) == text)];

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
