using System.Collections.Immutable;
using Lanyard.Domain.Situations;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Compilation;

namespace Lanyard.Policy.Analysis;

/// <summary>Finds what is at odds within a policy: exact, with the smallest witness for each conflict.</summary>
public sealed class ConflictAnalysis
{
    private readonly CompiledPolicy _policy;
    private readonly SituationSearch _search;
    private readonly Witness _witness;

    private ConflictAnalysis(CompiledPolicy policy) =>
        (_policy, _search, _witness) = (policy, new(policy.Lexicon), new(policy.Lexicon, policy.Phrasing));

    /// <summary>Analyses a policy.</summary>
    /// <exception cref="AnalysisTooLargeException">The policy is too large to analyse exactly.</exception>
    public static ConflictReport Of(CompiledPolicy policy)
    {
        var analysis = new ConflictAnalysis(policy);
        return new(analysis.Conflicts(), [.. analysis.IdleConduct(), .. analysis.IdleDuties()]);
    }

    private ImmutableArray<PolicyConflict> Conflicts()
    {
        var found = new Dictionary<(int Stricter, int Other), (int Size, Situation Witness)>();
        foreach (var stricter in _policy.Rules.Where(rule => rule.Verdict is Verdict.Prohibited or Verdict.AdvisedAgainst))
        {
            foreach (var other in _policy.Rules.Where(rule => rule.Verdict == Verdict.Permitted))
            {
                var pair = (stricter.Statement, other.Statement);
                if (Opposition.IsOpposed(_policy.Lexicon, stricter, other)
                    && Meet(stricter, other) is { } atoms
                    && _witness.Of(atoms) is { } witness
                    && (!found.TryGetValue(pair, out var smallest) || SizeOf(witness) < smallest.Size))
                {
                    found[pair] = (SizeOf(witness), witness);
                }
            }
        }

        return [.. found.OrderBy(pair => pair.Key).Select(pair => Describe(pair.Key, pair.Value.Witness))];
    }

    // How many facets it tells.
    private int SizeOf(Situation witness) => _policy.Lexicon.Facets.Count(facet => witness[facet] != facet.Silence);

    // The case in which both rules hold, or none if they exclude each other.
    private static ImmutableArray<Atom>? Meet(Rule stricter, Rule other)
    {
        var both = new Dictionary<int, Atom>();
        foreach (var atom in stricter.Atoms.Concat(other.Atoms))
        {
            var values = both.TryGetValue(atom.Facet.Index, out var known) ? known.Values & atom.Values : atom.Values;
            if (values == 0)
            {
                return null;
            }

            both[atom.Facet.Index] = atom with { Values = values };
        }

        return [.. both.Values];
    }

    private PolicyConflict Describe((int Stricter, int Other) pair, Situation witness) =>
        new(_policy.Statements[pair.Stricter], _policy.Statements[pair.Other], witness, _policy.Phrasing.Sentence(witness));

    // A statement changes something if, somewhere, one of its rules holds and none as strict of the others does.
    private IEnumerable<IdleStatement> IdleConduct()
    {
        for (var at = 0; at < _policy.Statements.Length; at++)
        {
            var own = _policy.Rules.Where(rule => rule.Statement == at && rule.Verdict > Verdict.NotCovered).ToList();
            if (_policy.Statements[at] is Conduct && own.TrueForAll(rule => IsCovered(rule, other => other.Statement != rule.Statement && other.Verdict >= rule.Verdict)))
            {
                yield return new(_policy.Statements[at], "other statements already say all of it");
            }
        }
    }

    private IEnumerable<IdleStatement> IdleDuties()
    {
        var duties = Enumerable.Range(0, _policy.Statements.Length).Where(at => _policy.Statements[at] is Duty).ToList();
        foreach (var at in duties)
        {
            var duty = (Duty)_policy.Statements[at];
            var wider = duties.FindIndex(other => other != at && AsksTheSame(duty, (Duty)_policy.Statements[other])
                && IsNarrower(at, other) && (other < at || !IsNarrower(other, at)));
            if (wider >= 0)
            {
                yield return new(duty, $"{_policy.Statements[duties[wider]].Id} asks the same, and of more");
            }
        }
    }

    private bool IsNarrower(int statement, int other) =>
        _policy.Rules.Where(rule => rule.Statement == statement).All(rule => IsCovered(rule, wider => wider.Statement == other));

    private bool IsCovered(Rule rule, Func<Rule, bool> by)
    {
        var within = rule.Atoms.Aggregate(Situation.Unknown(_policy.Lexicon), (known, atom) => known.With(atom.Facet, known[atom.Facet] & atom.Values));
        return _search.Find(within, [.. _policy.Rules.Where(by)]) is null;
    }

    private static bool AsksTheSame(Duty left, Duty right) =>
        left.Action == right.Action && left.Holder == right.Holder && left.IsEvery == right.IsEvery && left.Deadline == right.Deadline
        && left.Recipients.SequenceEqual(right.Recipients);
}
