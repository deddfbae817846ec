using System.Collections.Immutable;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Compilation;

namespace Lanyard.Policy.Analysis;

/// <summary>Compares two policies, of one organisation or of two: exact, in as few sentences as it can find.</summary>
/// <remarks>
/// Of a situation that had the verdict "was", the strictest sentence with that "was" that fits it gives the verdict now, if
/// it became stricter. If a milder sentence fits it, the clauses named in the sentence decide, and where none of them holds,
/// the verdict is the one in the sentence. Where no sentence fits, the verdict is what it was.
/// </remarks>
public sealed class DifferenceAnalysis
{
    private const int Pair = 8; // more than there are verdicts

    private readonly CompiledPolicy _before;
    private readonly CompiledPolicy _after;
    private readonly Diagram _diagram;
    private readonly Cover _cover;
    private readonly Dictionary<ulong, int> _parts = [];

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
        var stricter = new List<VerdictDifference>();
        foreach (var pair in _diagram.Range(both).Where(pair => pair % Pair > pair / Pair))
        {
            var (was, now) = ((Verdict)(pair / Pair), (Verdict)(pair % Pair));
            stricter.AddRange(CasesOf(both, was, now).Select(atoms => new VerdictDifference([was], now, atoms, [], Describe(atoms))));
        }

        var merged = stricter.GroupBy(one => (one.Now, one.Text))
            .Select(group => group.First() with { Was = [.. group.SelectMany(one => one.Was).Distinct().Order()] })
            .OrderByDescending(one => one.Now).ThenBy(one => one.Was[0]).ThenBy(one => one.Atoms.Length);
        return [.. merged.Concat(Milder(both)).Select(one => one with { Text = Sentence(one) })];
    }

    // What became stricter follows the rules of the second policy. A case may reach situations that had another verdict
    // before, of which it says nothing, and situations that became stricter still, of which another sentence speaks.
    private List<ImmutableArray<Atom>> CasesOf(int both, Verdict was, Verdict now)
    {
        var set = Where(both, (before, after) => before == was && after == now);
        var forbidden = Where(both, (before, after) => before == was && after < now);
        return _cover.Of(set, forbidden, [.. _after.Rules.Where(rule => rule.Verdict == now)]);
    }

    // What became milder follows the rules of the first: where one held, now only what the second policy says there does.
    private IEnumerable<VerdictDifference> Milder(int both)
    {
        var loosened = new List<VerdictDifference>();
        foreach (var rule in _before.Rules.Where(rule => rule.Verdict > Verdict.NotCovered))
        {
            if (!_diagram.Meets(Where(both, (before, after) => before == rule.Verdict && after < before), rule.Atoms))
            {
                continue;
            }

            var now = Enumerable.Range(0, (int)rule.Verdict).Select(verdict => (Verdict)verdict)
                .First(verdict => _diagram.Meets(Where(both, (before, after) => before == rule.Verdict && after == verdict), rule.Atoms));
            var held = _diagram.Apply(Where(both, (before, _) => before == rule.Verdict), _diagram.Case(rule.Atoms), Math.Min);
            var except = _after.Rules.Where(other => other.Verdict > now && _diagram.Meets(held, other.Atoms)).Select(other => _after.Statements[other.Statement].Clause).Distinct();
            loosened.Add(new([rule.Verdict], now, rule.Atoms, [.. except], Describe(rule.Atoms)));
        }

        return loosened.DistinctBy(one => (one.Was[0], one.Text)).OrderByDescending(one => one.Was[0]).ThenBy(one => one.Atoms.Length);
    }

    private int Where(int both, Func<Verdict, Verdict, bool> holds)
    {
        var key = Enumerable.Range(0, Pair * Pair).Aggregate(0UL, (set, pair) => set | (holds((Verdict)(pair / Pair), (Verdict)(pair % Pair)) ? 1UL << pair : 0));
        if (!_parts.TryGetValue(key, out var part))
        {
            _parts[key] = part = _diagram.Apply(both, 0, (pair, _) => pair < Pair * Pair && (key >> pair & 1) == 1 ? 1 : 0);
        }

        return part;
    }

    private static string Sentence(VerdictDifference difference)
    {
        var except = difference.Except.IsEmpty ? "" : $", except where {Phrasing.List(difference.Except)} of the second policy says otherwise";
        return $"{difference.Text}: was {string.Join(" or ", difference.Was.Select(verdict => verdict.InWords()))}, now {difference.Now.InWords()}{except}";
    }

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
                var outside = _diagram.Apply(has.GetValueOrDefault(duty), 0, (here, _) => here == 0 ? 1 : 0);
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
