using System.Collections.Immutable;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Analysis;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions;

/// <summary>What is open in a situation: exactly which verdicts are still possible, and which facts could decide between them.</summary>
/// <remarks>
/// Only the rules that may hold are looked at, over the facets that are unknown, so the diagrams stay small. A fact
/// is needed if two possible situations that differ in it alone differ in their verdict or in their duties. Where a
/// diagram would grow too large all the same, <see cref="OpenVerdicts"/> answers instead: every policy gets an answer.
/// </remarks>
internal sealed class OpenQuestions
{
    private const int MostNodes = 60_000; // a person waits for the answer
    private const double Likely = 9; // times as likely as another answer

    private readonly CompiledPolicy _policy;
    private readonly Situation _situation;
    private readonly Diagram _diagram;
    private readonly int _verdicts;
    private readonly List<int> _duties = [];

    private OpenQuestions(CompiledPolicy policy, Situation situation, List<Rule> rules)
    {
        (_policy, _situation) = (policy, situation);
        _diagram = new(policy.Lexicon, situation.Values, MostNodes);
        _verdicts = _diagram.WherePossible(_diagram.Largest(
            rules.Where(rule => rule.Verdict > Verdict.NotCovered).Select(rule => _diagram.Case(Unknown(rule), (int)rule.Verdict))));
        foreach (var duty in rules.Where(rule => policy.Statements[rule.Statement] is Duty).GroupBy(rule => rule.Statement))
        {
            _duties.Add(_diagram.WherePossible(_diagram.Largest(duty.Select(rule => _diagram.Case(Unknown(rule))))));
        }
    }

    /// <summary>The verdicts that are still possible, weakest first.</summary>
    public static ImmutableArray<Verdict> Possible(CompiledPolicy policy, Situation situation) => Of(policy, situation, withNeeds: false).Possible;

    /// <summary>The verdicts that are still possible, weakest first, and what is worth asking, best question first.</summary>
    public static (ImmutableArray<Verdict> Possible, ImmutableArray<Need> Needs) Of(CompiledPolicy policy, Situation situation) =>
        Of(policy, situation, withNeeds: true);

    /// <summary>Of statements that give a certain verdict between them, a set of which none can be spared.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="situation">What is known.</param>
    /// <param name="rules">The rules that may hold.</param>
    /// <param name="verdict">The verdict, which is certain.</param>
    /// <param name="giving">The statements that may give it.</param>
    public static HashSet<int> Needed(CompiledPolicy policy, Situation situation, List<Rule> rules,
        Verdict verdict, IReadOnlyList<int> giving)
    {
        var needed = giving.ToHashSet();
        foreach (var spared in giving.OrderByDescending(statement => rules
            .Where(rule => rule.Statement == statement).Max(rule =>
            rule.Atoms.Count(atom => (situation[atom.Facet] & ~atom.Values) != 0))))
        {
            if (Of(policy, situation, rules.FindAll(rule => needed.Contains(rule.Statement)
                ? rule.Statement != spared : !giving.Contains(rule.Statement)),
                withNeeds: false).Possible is [var only] && only == verdict)
            {
                needed.Remove(spared);
            }
        }

        return needed;
    }

    private static (ImmutableArray<Verdict> Possible, ImmutableArray<Need> Needs) Of(CompiledPolicy policy,
        Situation situation, bool withNeeds) =>
        Of(policy, situation, policy.Table.Match(situation.Values).Possible
            .Select(number => policy.Rules[number]).ToList(), withNeeds);

    private static (ImmutableArray<Verdict> Possible, ImmutableArray<Need> Needs) Of(CompiledPolicy policy,
        Situation situation, List<Rule> rules, bool withNeeds)
    {
        try
        {
            var open = new OpenQuestions(policy, situation, rules);
            return ([.. open._diagram.Range(open._verdicts).Select(value => (Verdict)value)], withNeeds ? open.Needs : []);
        }
        catch (AnalysisTooLargeException)
        {
            var open = new OpenVerdicts(policy, situation, rules);
            return (open.Possible(), open.Needs());
        }
    }

    private ImmutableArray<Need> Needs
    {
        get
        {
            var needed = Candidates().Where(facet => Functions.Any(function => _diagram.Matters(function, facet))).ToList();

            // Facts may be tied by what words imply (a personal account is on social media), so that none can change
            // alone. Then those are asked for that would rule out some of the answers.
            return InOrder(needed.Count > 0 ? needed : [.. Candidates().Where(facet => Functions.Any(function => Narrows(function, facet)))]);
        }
    }

    private IEnumerable<int> Functions => _duties.Prepend(_verdicts);

    private bool Narrows(int function, Facet facet) =>
        _diagram.Split(function, facet).Exists(group => _diagram.Range(group.Function) is { IsEmpty: false } range && range.Count < _diagram.Range(function).Count);

    private ImmutableArray<Need> InOrder(List<Facet> needed) =>
    [
        .. needed
            .Select(facet => new { Facet = facet, Value = Value(facet), IsForVerdict = _diagram.Matters(_verdicts, facet) || Narrows(_verdicts, facet) })
            .OrderByDescending(pair => pair.IsForVerdict)
            .ThenByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Facet.Slot)
            .ThenBy(pair => pair.Facet.Index)
            .Select(pair => NeedFor(pair.Facet) with { IsForVerdict = pair.IsForVerdict }),
    ];

    private IEnumerable<Facet> Candidates() =>
        _diagram.Support(_verdicts).Concat(_duties.SelectMany(duty => _diagram.Support(duty))).Distinct();

    // A good question splits the verdicts that are left: the fewer remain after its answers, the better it is. That
    // nothing special is the case is by far the likeliest answer where there is one.
    private double Value(Facet facet)
    {
        var before = _diagram.Range(_verdicts).Count;
        var groups = _diagram.Split(_verdicts, facet).Where(group => !_diagram.Range(group.Function).IsEmpty).ToList();
        var weights = groups.ConvertAll(group => IsNothing(facet, group.Values) ? Likely : 1.0);
        var after = groups.Count == 0 ? before : groups.Zip(weights, (group, weight) => weight * _diagram.Range(group.Function).Count).Sum() / weights.Sum();
        var duties = _duties.Count(duty => _diagram.Matters(duty, facet));
        return before - after + (0.01 * duties);
    }

    private static bool IsNothing(Facet facet, ulong values) =>
        facet.Kind != FacetKind.Choice ? values == Facet.No : facet.Values.Where((_, at) => (values & (1UL << at)) != 0).Any(value => value.StartsWith("no ", StringComparison.Ordinal) || value.StartsWith("nobody ", StringComparison.Ordinal));

    private Need NeedFor(Facet facet)
    {
        if (facet.Kind != FacetKind.Choice)
        {
            return new(facet.Id, _policy.Phrasing.Question(facet), [new("yes", Facet.Yes), new("no", Facet.No)]);
        }

        var alike = new List<ulong> { _situation[facet] };
        foreach (var function in _duties.Prepend(_verdicts))
        {
            var groups = _diagram.Split(function, facet).Where(group => !_diagram.Range(group.Function).IsEmpty).ToList(); // the rest cannot be
            alike = [.. alike.SelectMany(values => groups.Select(group => group.Values & values)).Where(values => values != 0)];
        }

        return new(facet.Id, facet.Question, [.. alike.Select(values => new Choice(_policy.Phrasing.Choice(facet, values), values))]);
    }

    private IEnumerable<Atom> Unknown(Rule rule) => rule.Atoms.Where(atom => (_situation[atom.Facet] & ~atom.Values) != 0);
}
