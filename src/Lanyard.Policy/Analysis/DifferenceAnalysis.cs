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
    private readonly CompiledPolicy _before;
    private readonly CompiledPolicy _after;
    private readonly VerdictPairs _pairs;
    private readonly Diagram _diagram;
    private readonly Cover _cover;

    private DifferenceAnalysis(CompiledPolicy before, CompiledPolicy after)
    {
        (_before, _after) = (before, after);
        _pairs = new(before, after);
        _diagram = _pairs.Diagram;
        _cover = new(_diagram);
    }

    /// <summary>Compares two policies.</summary>
    /// <exception cref="ArgumentException">They were compiled with different vocabularies.</exception>
    /// <exception cref="AnalysisTooLargeException">They are too large to compare exactly.</exception>
    public static PolicyDifference Of(CompiledPolicy before, CompiledPolicy after)
    {
        (before, after) = InOneVocabulary(before, after);
        var analysis = new DifferenceAnalysis(before, after);
        var (had, has) = (Others(before), Others(after));
        return new(analysis.Verdicts(analysis._pairs.Function), analysis.Duties(), [.. has.Except(had)], [.. had.Except(has)]);
    }

    /// <summary>Compares two policies statement by statement: first what was added, removed or reworded, and then what comes of each.</summary>
    /// <remarks>Every sentence is true, and every situation whose answer differs is in the case of some sentence; but where several statements decide, a sentence only says so.</remarks>
    /// <exception cref="ArgumentException">They were compiled with different vocabularies.</exception>
    /// <exception cref="AnalysisTooLargeException">They are too large to compare exactly.</exception>
    public static PolicyChanges ByStatement(CompiledPolicy before, CompiledPolicy after)
    {
        (before, after) = InOneVocabulary(before, after);
        var analysis = new DifferenceAnalysis(before, after);
        var pairs = StatementPairs.Of(before, after);
        var duties = analysis.Duties();
        var effects = new StatementEffects(analysis._pairs, before, after);
        var changes = pairs.Select(pair => new StatementChange(pair.Before, pair.After, [.. effects.Of(pair), .. duties.Where(duty => effects.Explains(pair, duty)).Select(duty => new ChangeEffect(duty.Atoms, duty.Text))])).ToImmutableArray();
        var others = analysis.Verdicts(effects.Unexplained(pairs)).Select(each => new ChangeEffect(each.Atoms, each.Text))
            .Concat(duties.Where(duty => !pairs.Exists(pair => effects.Explains(pair, duty))).Select(duty => new ChangeEffect(duty.Atoms, duty.Text)));
        return new(changes, [.. others]);
    }

    /// <summary>Two policies in one vocabulary: each may leave conditions of its own to a person.</summary>
    public static (CompiledPolicy Before, CompiledPolicy After) InOneVocabulary(CompiledPolicy before,
        CompiledPolicy after)
    {
        var judged = before.Lexicon.JudgedConditions.Concat(after.Lexicon.JudgedConditions)
            .Select(concept => concept.Name).ToList();
        if (judged.Count == 0)
        {
            return (before, after);
        }

        var lexicon = before.Lexicon.WithJudged(judged);
        return (before.In(lexicon), after.In(lexicon));
    }

    // By what became of which verdict; everything that differs, or a part of it.
    private ImmutableArray<VerdictDifference> Verdicts(int pairs)
    {
        var changed = _diagram.Range(pairs).Where(VerdictPairs.Differ).Select(VerdictPairs.Now).Distinct();
        return [.. changed.OrderDescending().SelectMany(now => Became(pairs, now))];
    }

    // A case may reach situations that had the verdict already, and says so; it reaches none that has another now.
    private IEnumerable<VerdictDifference> Became(int pairs, Verdict now)
    {
        var set = _pairs.Where(pairs, pair => VerdictPairs.Now(pair) == now && VerdictPairs.Differ(pair));
        var forbidden = _pairs.Where(pairs, pair => VerdictPairs.Now(pair) != now);
        var rules = _after.Rules.Where(rule => rule.Verdict == now && rule.Role != RuleRole.Trigger);
        if (now == Verdict.NotCovered)
        {
            rules = _before.Rules.Where(rule => rule.Verdict > now);
        }

        return _cover.Of(set, forbidden, [.. rules])
            .Select(atoms => Difference(atoms, now))
            .DistinctBy(one => one.Text)
            .OrderBy(one => one.Atoms.Length);
    }

    private VerdictDifference Difference(ImmutableArray<Atom> atoms, Verdict now)
    {
        ImmutableArray<Verdict> was = [.. _pairs.Within(atoms).Select(VerdictPairs.Was).Distinct().Order()];
        var said = was.OrderBy(verdict => verdict == now).Select(verdict => verdict == now ? $"already {now.InWords()}" : verdict.InWords());
        return new(was, now, atoms, $"{Describe(atoms)}: was {Phrasing.List([.. said])}, now {now.InWords()}");
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
