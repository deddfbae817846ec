using System.Collections.Immutable;
using Lanyard.Domain.Situations;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions;

/// <summary>Asks a compiled policy about situations. Pure: the same policy and situation always give the same answer.</summary>
public sealed class Decider(CompiledPolicy policy)
{
    private readonly Wording _wording = new(policy);

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
            [.. Triggered<Advice>(match.Certain).Select(advice => new Notice(advice.Clause, advice.Id, advice.Message))],
            _wording.Due(situation),
            Collisions.Among(policy, match.Certain),
            open?.Needs ?? [],
            new Changes(policy, _wording).Of(situation, verdict),
            ScopeOf(situation))
        {
            Possible = open?.Possible ?? [verdict],
            Scopes = [.. policy.Statements.Where(statement => BringsIn(statement, situation)).Select(statement => new Notice(statement.Clause, statement.Id, statement.Text))],
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
        var rules = (isOpen ? match.Possible : match.Certain).Select(number => new { Rule = policy.Rules[number], IsCertain = match.Certain.Contains(number) });
        var reasons =
            from found in rules
            where found.Rule.Role != RuleRole.Trigger
            group found by found.Rule.Statement into statement
            let loudest = statement.OrderByDescending(found => found.IsCertain).ThenByDescending(found => found.Rule.Verdict).First()
            let source = policy.Statements[statement.Key]
            select new Reason(source.Clause, source.Id, source.Text, loudest.Rule.Verdict, Part(loudest.Rule, loudest.IsCertain, verdict));
        var ordered = reasons.OrderBy(reason => reason.Part).ThenByDescending(reason => reason.Verdict).ToImmutableArray();
        return ordered.Any(reason => reason.Part == ReasonPart.Decides) || isOpen || verdict == Lanyard.Policy.Compilation.Verdict.NotCovered
            ? ordered
            : ByCases(match, verdict);
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
        var certain = Triggered<Duty>(match.Certain).ToList();
        var possible = Triggered<Duty>(match.Possible).Except(certain);
        return [.. certain.Select(duty => _wording.Duty(duty, situation, isCertain: true)), .. possible.Select(duty => _wording.Duty(duty, situation, isCertain: false))];
    }

    private ImmutableArray<Notice> Procedures(RuleMatch match, Verdict verdict) =>
    [
        .. Triggered<Consequence>(match.Certain)
            .Where(consequence => !consequence.IsBreach || verdict == Lanyard.Policy.Compilation.Verdict.Prohibited)
            .Select(consequence => new Notice(consequence.Clause, consequence.Id, Wording.Procedures(consequence))),
    ];

    private IEnumerable<T> Triggered<T>(IEnumerable<int> rules)
        where T : Statement =>
        rules.Select(number => policy.Rules[number].Statement).Distinct().Order().Select(index => policy.Statements[index]).OfType<T>();

    private Scope ScopeOf(Situation situation)
    {
        var people = policy.Statements.OfType<AppliesTo>().ToList();
        var platforms = policy.Statements.OfType<Covers>().ToList();
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
