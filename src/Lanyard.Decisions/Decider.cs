using System.Collections.Immutable;
using Lanyard.Domain.Situations;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions;

/// <summary>Asks a compiled policy about situations. Pure: the same policy and situation always give the same answer.</summary>
public sealed class Decider(CompiledPolicy policy)
{
    private readonly Wording _wording = new(policy);
    private readonly ImmutableArray<Governance> _scopes = [.. policy.Statements.OfType<Governance>().Where(statement => statement is AppliesTo or Covers)];

    /// <summary>The policy that is asked.</summary>
    public CompiledPolicy Policy => policy;

    /// <summary>The verdict alone: quick, and nothing is allocated where the facts that matter are known.</summary>
    public Verdict Verdict(Situation situation)
    {
        var (lowest, highest) = policy.Table.Bounds(situation.Values);
        return lowest == highest ? lowest : new OpenQuestions(policy, situation).Verdict;
    }

    /// <summary>The whole answer.</summary>
    /// <exception cref="ArgumentException">The situation contradicts itself.</exception>
    public Decision Decide(Situation told)
    {
        var situation = told.Inferred();
        if (situation.Contradictions is [var clash, ..])
        {
            throw new ArgumentException($"The situation contradicts itself: no value of \"{clash.Id}\" fits. Leave out one of its facts.", nameof(told));
        }

        var match = policy.Table.Match(situation.Values);
        var open = match.Possible.Count == match.Certain.Count ? null : new OpenQuestions(policy, situation);
        var verdict = match.Lowest == match.Highest || open is null ? match.Lowest : open.Verdict;
        var because = Because(match, verdict);
        return new(
            told,
            policy.ContentHash,
            verdict,
            because,
            verdict == Lanyard.Policy.Compilation.Verdict.Conditional ? Conditions(match, situation) : [],
            Duties(match, situation),
            Procedures(match, verdict),
            [.. Triggered<Advice>(match.Certain).ConvertAll(advice => new Notice(advice.Clause, advice.Id, advice.Message))],
            _wording.Due(situation),
            Collisions.Among(policy, match.Certain),
            open?.Needs ?? [],
            ScopeOf(situation))
        {
            FindChanges = () => new Changes(policy, _wording).Of(situation, verdict),
            Possible = open?.Possible ?? [verdict],
            Scopes = [.. _scopes.Where(statement => BringsIn(statement, situation)).Select(statement => new Notice(statement.Clause, statement.Id, statement.Text))],
        };
    }

    private bool BringsIn(Statement statement, Situation situation) => statement switch
    {
        AppliesTo applies => Fits(situation[policy.Lexicon.Actor], applies.Who) == true,
        Covers covers => Fits(situation[policy.Lexicon.Platform], covers.Platforms) == true,
        _ => false,
    };

    private ImmutableArray<Reason> Because(RuleMatch match, Verdict verdict)
    {
        var isOpen = verdict == Lanyard.Policy.Compilation.Verdict.Undetermined;
        var loudest = new List<Reason>();
        AddReasons(loudest, match.Certain, verdict, isCertain: true);
        if (isOpen)
        {
            AddReasons(loudest, match.Possible, verdict, isCertain: false);
        }

        var ordered = loudest.Count < 2 ? [.. loudest] : loudest.OrderBy(reason => reason.Part).ThenByDescending(reason => reason.Verdict).ToImmutableArray();
        return ordered.Any(reason => reason.Part == ReasonPart.Decides) || isOpen || verdict == Lanyard.Policy.Compilation.Verdict.NotCovered
            ? ordered
            : ByCases(match, verdict);
    }

    // The rules come loudest first, so the first of a statement is the one that counts.
    private void AddReasons(List<Reason> loudest, IReadOnlyList<int> rules, Verdict verdict, bool isCertain)
    {
        foreach (var number in rules)
        {
            var rule = policy.Rules[number];
            var source = policy.Statements[rule.Statement];
            if (rule.Role != RuleRole.Trigger && !loudest.Exists(known => ReferenceEquals(known.Statement, source.Id)))
            {
                loudest.Add(new(source.Clause, source.Id, source.Text, rule.Verdict, Part(rule, isCertain, verdict)));
            }
        }
    }

    // No statement alone is certain, yet every case comes out the same: those that may give the verdict decide it together.
    private ImmutableArray<Reason> ByCases(RuleMatch match, Verdict verdict) =>
    [
        .. match.Possible.Select(number => policy.Rules[number]).Where(rule => rule.Verdict == verdict).Select(rule => rule.Statement).Distinct()
            .Select(index => policy.Statements[index])
            .Select(source => new Reason(source.Clause, source.Id, source.Text, verdict, ReasonPart.Decides)),
    ];

    private static ReasonPart Part(Rule rule, bool isCertain, Verdict verdict) =>
        !isCertain ? ReasonPart.MayHold
        : rule.Verdict == verdict ? ReasonPart.Decides
        : rule.Role == RuleRole.Excepted ? ReasonPart.Excepted
        : ReasonPart.HoldsToo;

    private ImmutableArray<OutstandingCondition> Conditions(RuleMatch match, Situation situation) =>
    [
        .. match.Certain.Select(number => policy.Rules[number])
            .Where(rule => rule.Verdict == Lanyard.Policy.Compilation.Verdict.Conditional)
            .Select(rule => rule.Statement).Distinct()
            .Select(index => policy.Statements[index]).OfType<Conduct>()
            .SelectMany(conduct => _wording.Conditions(conduct, situation)),
    ];

    private ImmutableArray<ArisingDuty> Duties(RuleMatch match, Situation situation)
    {
        var certain = Triggered<Duty>(match.Certain);
        var possible = match.Possible.Count == match.Certain.Count ? [] : Triggered<Duty>(match.Possible).Except(certain);
        return [.. certain.Select(duty => _wording.Duty(duty, situation, isCertain: true)), .. possible.Select(duty => _wording.Duty(duty, situation, isCertain: false))];
    }

    private ImmutableArray<Notice> Procedures(RuleMatch match, Verdict verdict) =>
    [
        .. Triggered<Consequence>(match.Certain)
            .Where(consequence => !consequence.IsBreach || verdict == Lanyard.Policy.Compilation.Verdict.Prohibited)
            .Select(consequence => new Notice(consequence.Clause, consequence.Id, Wording.Procedures(consequence))),
    ];

    private List<T> Triggered<T>(IReadOnlyList<int> rules)
        where T : Statement
    {
        var found = new List<T>();
        foreach (var number in rules)
        {
            if (policy.Rules[number] is { Role: RuleRole.Trigger } rule && policy.Statements[rule.Statement] is T statement && !found.Contains(statement))
            {
                found.Add(statement);
            }
        }

        if (found.Count < 2)
        {
            return found;
        }

        found.Sort((left, right) => left.Source.Where.Start.CompareTo(right.Source.Where.Start));
        return found;
    }

    private Scope ScopeOf(Situation situation)
    {
        var people = _scopes.OfType<AppliesTo>().ToList();
        var platforms = _scopes.OfType<Covers>().ToList();
        if (people.Count > 0 && Fits(situation[policy.Lexicon.Actor], people.Aggregate(0UL, (set, scope) => set | scope.Who)) is var isFor && isFor is not true)
        {
            return new(isFor, people[0].Clause);
        }

        if (platforms.Count > 0 && situation[policy.Lexicon.Platform] != policy.Lexicon.Platform.All)
        {
            return new(Fits(situation[policy.Lexicon.Platform], platforms.Aggregate(0UL, (set, scope) => set | scope.Platforms)), platforms[0].Clause);
        }

        return new(true, people.Count > 0 ? people[0].Clause : null);
    }

    private static bool? Fits(ulong known, ulong scope) => (known & ~scope) == 0 ? true : (known & scope) == 0 ? false : null;
}
