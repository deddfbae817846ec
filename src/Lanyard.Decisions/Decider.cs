using System.Collections.Immutable;
using Lanyard.Domain.Situations;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions;

/// <summary>Asks a compiled policy about situations. Pure: the same policy and situation always give the same answer.</summary>
public sealed class Decider(CompiledPolicy policy)
{
    private const ulong Done = 2;

    private readonly Wording _wording = new(policy);
    private readonly ImmutableArray<Governance> _scopes = [.. policy.Statements.OfType<Governance>().Where(statement => statement is AppliesTo or Covers)];
    private readonly ImmutableArray<AppliesTo> _people = [.. policy.Statements.OfType<AppliesTo>()];
    private readonly ImmutableArray<Covers> _platforms = [.. policy.Statements.OfType<Covers>()];

    // The organisation is always within its own policy, whomever else that applies to.
    private readonly ulong _everyone = policy.Statements.OfType<AppliesTo>().Aggregate(
        policy.Lexicon.Concept(policy.Lexicon.Actor, "organisation").Values, (set, scope) => set | scope.Who);

    private readonly ulong _everywhere = policy.Statements.OfType<Covers>().Aggregate(0UL, (set, scope) => set | scope.Platforms);

    /// <summary>The policy that is asked.</summary>
    public CompiledPolicy Policy => policy;

    /// <summary>The verdict alone: quick, and nothing is allocated where the facts that matter are known.</summary>
    public Verdict Verdict(Situation situation)
    {
        var (lowest, highest) = policy.Table.Bounds(situation.Values);
        return lowest == highest ? lowest : Known(OpenQuestions.Possible(policy, situation));
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
        var (possible, needs) = match.Possible.Length == match.Certain.Length ? ([match.Lowest], []) : OpenQuestions.Of(policy, situation);
        var verdict = match.Lowest == match.Highest ? match.Lowest : Known(possible);
        var arising = Triggered(match.Certain);
        return new(
            told,
            policy.ContentHash,
            verdict,
            Because(match, verdict, situation),
            verdict == Lanyard.Policy.Compilation.Verdict.Conditional ? Conditions(match, situation) : [],
            Duties(match, arising, situation),
            Procedures(arising, verdict),
            Advice(arising),
            _wording.Due(situation),
            Collisions.Among(policy, match.Certain),
            needs,
            ScopeOf(situation))
        {
            FindChanges = () => new Changes(policy, _wording).Of(told, verdict),
            Possible = possible,
            Scopes = Scopes(situation),
            Lifting = verdict == Lanyard.Policy.Compilation.Verdict.Prohibited
                && situation[policy.Lexicon.Tense] == Done
                ? Lifting(match.Certain, situation) : [],
        };
    }

    private static Verdict Known(ImmutableArray<Verdict> possible) =>
        possible is [var only] ? only : Lanyard.Policy.Compilation.Verdict.Undetermined;

    private ImmutableArray<Notice> Scopes(Situation situation)
    {
        var found = ImmutableArray.CreateBuilder<Notice>();
        foreach (var statement in _scopes)
        {
            if (BringsIn(statement, situation))
            {
                found.Add(new(statement.Clause, statement.Id, statement.Text));
            }
        }

        return found.DrainToImmutable();
    }

    private bool BringsIn(Statement statement, Situation situation) => statement switch
    {
        AppliesTo applies => Fits(situation[policy.Lexicon.Actor], applies.Who) == true,
        Covers covers => Fits(situation[policy.Lexicon.Platform], covers.Platforms) == true,
        _ => false,
    };

    private ImmutableArray<Reason> Because(RuleMatch match, Verdict verdict, Situation situation)
    {
        var isOpen = verdict == Lanyard.Policy.Compilation.Verdict.Undetermined;
        var loudest = new List<Reason>();
        AddReasons(loudest, match.Certain, verdict, isCertain: true);
        if (isOpen)
        {
            AddReasons(loudest, match.Possible, verdict, isCertain: false);
        }

        return isOpen || verdict == Lanyard.Policy.Compilation.Verdict.NotCovered || loudest.Exists(reason => reason.Part == ReasonPart.Decides)
            ? ByPart(loudest)
            : ByCases(match, verdict, situation);
    }

    // Within a part, the loudest come first already.
    private static ImmutableArray<Reason> ByPart(List<Reason> loudest)
    {
        var ordered = ImmutableArray.CreateBuilder<Reason>(loudest.Count);
        for (var part = ReasonPart.Decides; ordered.Count < loudest.Count; part++)
        {
            foreach (var reason in loudest)
            {
                if (reason.Part == part)
                {
                    ordered.Add(reason);
                }
            }
        }

        return ordered.MoveToImmutable();
    }

    // The rules come loudest first, so the first of a statement is the one that counts.
    private void AddReasons(List<Reason> loudest, ImmutableArray<int> rules, Verdict verdict, bool isCertain)
    {
        foreach (var number in rules)
        {
            var rule = policy.Rules[number];
            var source = policy.Statements[rule.Statement];
            if (rule.Role != RuleRole.Trigger && !IsAmong(loudest, source))
            {
                loudest.Add(new(source.Clause, source.Id, source.Text, rule.Verdict, Part(rule, isCertain, verdict)));
            }
        }
    }

    // No statement alone is certain, yet every case comes out the same: of those that may give the verdict, the ones
    // decide it
    // together without which it would be open. The rest may hold too, and nothing turns on them.
    private ImmutableArray<Reason> ByCases(RuleMatch match, Verdict verdict, Situation situation)
    {
        var rules = match.Possible.Select(number => policy.Rules[number]).ToList();
        var giving = rules.Where(rule => rule.Verdict == verdict).Select(rule => rule.Statement).Distinct().ToList();
        var needed = OpenQuestions.Needed(policy, situation, rules, verdict, giving);
        return
        [
            .. giving.OrderByDescending(needed.Contains)
            .Select(index => (Source: policy.Statements[index], IsNeeded: needed.Contains(index)))
                .Select(each => new Reason(each.Source.Clause, each.Source.Id, each.Source.Text, verdict,
                each.IsNeeded ? ReasonPart.Decides : ReasonPart.MayHold)),
        ];
    }

    private static ReasonPart Part(Rule rule, bool isCertain, Verdict verdict) =>
        !isCertain ? ReasonPart.MayHold
        : rule.Verdict == verdict ? ReasonPart.Decides
        : rule.Role == RuleRole.Excepted ? ReasonPart.Excepted
        : ReasonPart.HoldsToo;

    // Where no rule alone is certain and every case comes out conditional, each of the cases has its conditions.
    private ImmutableArray<OutstandingCondition> Conditions(RuleMatch match, Situation situation) =>
        Conditions(match.Certain, situation) is { IsEmpty: false } certain ? certain : Conditions(match.Possible, situation);

    private ImmutableArray<OutstandingCondition> Conditions(ImmutableArray<int> rules, Situation situation) =>
    [
        .. rules.Select(number => policy.Rules[number])
            .Where(rule => rule.Verdict == Lanyard.Policy.Compilation.Verdict.Conditional)
            .Select(rule => rule.Statement).Distinct()
            .Select(index => policy.Statements[index]).OfType<Conduct>()
            .SelectMany(conduct => _wording.Conditions(conduct, situation))
            .DistinctBy(condition => (condition.Clause, condition.Text)),
    ];

    // Only where each of the statements that forbid it could have been lifted.
    private ImmutableArray<OutstandingCondition> Lifting(ImmutableArray<int> rules, Situation situation)
    {
        var forbidding = rules.Select(number => policy.Rules[number])
            .Where(rule => rule.Verdict == Lanyard.Policy.Compilation.Verdict.Prohibited)
            .Select(rule => policy.Statements[rule.Statement]).OfType<Conduct>().Distinct()
            .Select(conduct => _wording.Conditions(conduct, situation).ToList()).ToList();
        return forbidding.TrueForAll(conditions => conditions.Count > 0)
            ? [.. forbidding.SelectMany(conditions => conditions)
                .DistinctBy(condition => (condition.Clause, condition.Text))]
            : [];
    }

    private ImmutableArray<ArisingDuty> Duties(RuleMatch match, List<Statement> arising, Situation situation)
    {
        var duties = ImmutableArray.CreateBuilder<ArisingDuty>();
        Add(arising, isCertain: true);
        if (match.Possible.Length != match.Certain.Length)
        {
            Add([.. Triggered(match.Possible).Except(arising)], isCertain: false);
        }

        return duties.DrainToImmutable();

        void Add(List<Statement> statements, bool isCertain)
        {
            foreach (var statement in statements)
            {
                if (statement is Duty duty)
                {
                    duties.Add(_wording.Duty(duty, situation, isCertain));
                }
            }
        }
    }

    private static ImmutableArray<Notice> Procedures(List<Statement> arising, Verdict verdict)
    {
        var notices = ImmutableArray.CreateBuilder<Notice>();
        foreach (var statement in arising)
        {
            if (statement is Consequence consequence && (!consequence.IsBreach || verdict == Lanyard.Policy.Compilation.Verdict.Prohibited))
            {
                notices.Add(new(consequence.Clause, consequence.Id, Wording.Procedures(consequence)));
            }
        }

        return notices.DrainToImmutable();
    }

    private static ImmutableArray<Notice> Advice(List<Statement> arising)
    {
        var notices = ImmutableArray.CreateBuilder<Notice>();
        foreach (var statement in arising)
        {
            if (statement is Advice advice)
            {
                notices.Add(new(advice.Clause, advice.Id, advice.Message));
            }
        }

        return notices.DrainToImmutable();
    }

    // The statements that some of the rules set off, in the order of the policy.
    private List<Statement> Triggered(ImmutableArray<int> rules)
    {
        var found = new List<Statement>();
        foreach (var number in rules)
        {
            var rule = policy.Rules[number];
            if (rule.Role == RuleRole.Trigger && !IsAmong(found, policy.Statements[rule.Statement]))
            {
                found.Add(policy.Statements[rule.Statement]);
            }
        }

        if (found.Count > 1)
        {
            found.Sort((left, right) => left.Source.Where.Start.CompareTo(right.Source.Where.Start));
        }

        return found;
    }

    private static bool IsAmong(List<Statement> found, Statement statement)
    {
        foreach (var known in found)
        {
            if (ReferenceEquals(known, statement))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAmong(List<Reason> found, Statement statement)
    {
        foreach (var known in found)
        {
            if (ReferenceEquals(known.Statement, statement.Id))
            {
                return true;
            }
        }

        return false;
    }

    private Scope ScopeOf(Situation situation)
    {
        if (!_people.IsEmpty && Fits(situation[policy.Lexicon.Actor], _everyone) is var isFor && isFor is not true)
        {
            return new(isFor, _people[0].Clause);
        }

        if (!_platforms.IsEmpty && situation[policy.Lexicon.Platform] != policy.Lexicon.Platform.All)
        {
            return new(Fits(situation[policy.Lexicon.Platform], _everywhere), _platforms[0].Clause);
        }

        return new(true, _people.IsEmpty ? null : _people[0].Clause);
    }

    private static bool? Fits(ulong known, ulong scope) => (known & ~scope) == 0 ? true : (known & scope) == 0 ? false : null;
}
