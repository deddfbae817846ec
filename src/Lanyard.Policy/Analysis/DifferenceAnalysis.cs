using System.Collections.Immutable;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Compilation;

namespace Lanyard.Policy.Analysis;

/// <summary>Compares two policies, of one organisation or of two: exact, in as few sentences as it can find.</summary>
/// <remarks>
/// Of a situation that had the verdict "was", the strictest sentence with that "was" that fits it gives the verdict
/// now, or the mildest if the sentences loosen it; where none fits, the verdict is what it was.
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
        var found = new List<(Verdict Was, Verdict Now, ImmutableArray<Atom> Atoms)>();
        foreach (var pair in _diagram.Range(both).Where(pair => pair / Pair != pair % Pair))
        {
            var (was, now) = ((Verdict)(pair / Pair), (Verdict)(pair % Pair));
            found.AddRange(CasesOf(both, was, now).Select(atoms => (was, now, atoms)));
        }

        var merged = found.GroupBy(one => (one.Now, Text: Describe(one.Atoms))).Select(group => Merge(group.Key.Text, group.Key.Now, [.. group.Select(one => one.Was).Order()], group.First().Atoms));
        return [.. merged.OrderByDescending(difference => difference.Now).ThenBy(difference => difference.Was[0]).ThenBy(difference => difference.Atoms.Length)];
    }

    private static VerdictDifference Merge(string text, Verdict now, ImmutableArray<Verdict> was, ImmutableArray<Atom> atoms) =>
        new(was, now, atoms, $"{text}: was {string.Join(" or ", was.Select(verdict => verdict.InWords()))}, now {now.InWords()}");

    // A case may reach situations that had another verdict before, of which it says nothing, and situations that
    // changed further in the same direction, of which a stricter (or milder) sentence of the list speaks.
    private List<ImmutableArray<Atom>> CasesOf(int both, Verdict was, Verdict now)
    {
        var isStricter = now > was;
        var set = _diagram.Apply(both, both, (value, _) => value == ((int)was * Pair) + (int)now ? 1 : 0);
        var forbidden = _diagram.Apply(both, both, (value, _) =>
            value != Diagram.Impossible && value / Pair == (int)was && (isStricter ? value % Pair < (int)now : value % Pair > (int)now) ? 1 : 0);
        var rules = isStricter ? _after.Rules.Where(rule => rule.Verdict == now) : _before.Rules.Where(rule => rule.Verdict == was);
        return _cover.Of(set, forbidden, [.. rules]);
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
