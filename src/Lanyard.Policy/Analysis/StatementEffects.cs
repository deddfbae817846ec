using System.Collections.Immutable;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Compilation;

namespace Lanyard.Policy.Analysis;

/// <summary>Says what comes of a changed statement, in the cases of the statement itself.</summary>
/// <remarks>
/// What became milder is the work of the old statement, which no longer says what it said; what became stricter is the work of
/// the new one. Within a case other statements may decide, and then the sentence says so.
/// </remarks>
internal sealed class StatementEffects(VerdictPairs pairs, CompiledPolicy before, CompiledPolicy after)
{
    private readonly ILookup<Statement, Rule> _gone = RulesOf(before);
    private readonly ILookup<Statement, Rule> _come = RulesOf(after);

    /// <summary>What comes of a change, the widest case first.</summary>
    public IEnumerable<ChangeEffect> Of((Statement? Before, Statement? After) change)
    {
        var found = new List<Found>();
        foreach (var same in Rules(change).GroupBy(each => Key(each.Rule.Atoms)))
        {
            var atoms = same.First().Rule.Atoms;
            var within = pairs.Within(atoms);
            var work = within.Where(pair => same.Any(each => IsWorkOf(pair, each.Rule.Verdict, each.IsGone))).ToHashSet();
            if (work.Count > 0)
            {
                found.Add(new(atoms, work, [.. within.Where(pair => !work.Contains(pair))]));
            }
        }

        return found.Where(one => !found.Exists(other => other != one && other.SaysMoreThan(one))).OrderBy(one => one.Atoms.Length)
            .Select(one => new ChangeEffect(one.Atoms, $"{after.Phrasing.DescribeCase(one.Atoms)}: {InWords(one)}")).DistinctBy(one => one.Text);
    }

    /// <summary>Whether a change accounts for a difference between duties.</summary>
    public bool Explains((Statement? Before, Statement? After) change, DutyDifference difference) =>
        (difference.IsNew ? change.After : change.Before) is Duty duty && (difference.IsNew ? after : before).Phrasing.Duty(duty) == difference.Duty
        && (difference.IsNew ? _come : _gone)[duty].Any(rule => Meet(rule.Atoms, difference.Atoms));

    /// <summary>The pairs of verdicts, as if nothing had changed where one of the changes accounts for it.</summary>
    public int Unexplained(IReadOnlyCollection<(Statement? Before, Statement? After)> changes) => pairs.Unexplained(
        changes.Where(change => change.Before is not null).SelectMany(change => _gone[change.Before!]), changes.Where(change => change.After is not null).SelectMany(change => _come[change.After!])); // asked just before

    private IEnumerable<(Rule Rule, bool IsGone)> Rules((Statement? Before, Statement? After) change) =>
        (change.Before is { } old ? _gone[old] : []).Select(rule => (rule, true)).Concat((change.After is { } @new ? _come[@new] : []).Select(rule => (rule, false)))
            .Where(each => each.rule.Role != RuleRole.Trigger);

    private static bool IsWorkOf(int pair, Verdict verdict, bool isGone) =>
        isGone ? VerdictPairs.Was(pair) == verdict && VerdictPairs.Now(pair) < verdict : VerdictPairs.Now(pair) == verdict && VerdictPairs.Was(pair) < verdict;

    private static string InWords(Found found)
    {
        var (was, now) = (found.Was.Order().Select(verdict => verdict.InWords()).ToList(), found.Now.Order().Select(verdict => verdict.InWords()).ToList());
        var others = found.Rest.ToHashSet();
        if (found.Now.Count == 1 && others.RemoveWhere(pair => VerdictPairs.Now(pair) == found.Now.First() && !VerdictPairs.Differ(pair)) > 0)
        {
            was.Add($"already {now[0]}");
        }
        else if (found.Was.Count == 1 && others.RemoveWhere(pair => VerdictPairs.Was(pair) == found.Was.First() && !VerdictPairs.Differ(pair)) > 0)
        {
            now.Add($"still {was[0]}");
        }

        return $"was {Phrasing.List(was)}, now {Phrasing.List(now)}{(others.Count > 0 ? ", unless another statement decides" : "")}";
    }

    private static bool Meet(ImmutableArray<Atom> one, ImmutableArray<Atom> other) =>
        one.All(atom => other.FirstOrDefault(each => each.Facet == atom.Facet) is not { } same || (same.Values & atom.Values) != 0);

    private static string Key(ImmutableArray<Atom> atoms) => string.Join(' ', atoms.OrderBy(atom => atom.Facet.Index).Select(atom => $"{atom.Facet.Index}:{atom.Values}"));

    private static ILookup<Statement, Rule> RulesOf(CompiledPolicy policy) => policy.Rules.ToLookup(rule => policy.Statements[rule.Statement], (IEqualityComparer<Statement>)ReferenceEqualityComparer.Instance);

    // A case with the pairs in it that are the work of the change, and the rest.
    private sealed record Found(ImmutableArray<Atom> Atoms, HashSet<int> Work, ImmutableArray<int> Rest)
    {
        public HashSet<Verdict> Was { get; } = Work.Select(VerdictPairs.Was).ToHashSet();

        public HashSet<Verdict> Now { get; } = Work.Select(VerdictPairs.Now).ToHashSet();

        public bool SaysMoreThan(Found narrower) =>
            narrower.Work.IsSubsetOf(Work) && narrower.Now.SetEquals(Now)
            && Atoms.All(atom => narrower.Atoms.FirstOrDefault(each => each.Facet == atom.Facet) is { } same && (same.Values & ~atom.Values) == 0);
    }
}
