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
    private readonly Diagram _diagram;

    private ConflictAnalysis(CompiledPolicy policy)
    {
        _policy = policy;
        _diagram = VerdictFunction.Everywhere(policy);
    }

    /// <summary>Analyses a policy.</summary>
    /// <exception cref="AnalysisTooLargeException">The policy is too large to analyse exactly.</exception>
    public static ConflictReport Of(CompiledPolicy policy)
    {
        var analysis = new ConflictAnalysis(policy);
        return new(analysis.Conflicts(), [.. analysis.IdleConduct(), .. analysis.IdleDuties()]);
    }

    private ImmutableArray<PolicyConflict> Conflicts()
    {
        var found = new Dictionary<(int Stricter, int Other), ImmutableArray<Atom>>();
        foreach (var stricter in _policy.Rules.Where(rule => rule.Verdict is Verdict.Prohibited or Verdict.AdvisedAgainst))
        {
            foreach (var other in _policy.Rules.Where(rule => rule.Verdict == Verdict.Permitted))
            {
                var pair = (stricter.Statement, other.Statement);
                if (Opposition.IsOpposed(_policy.Lexicon, stricter, other)
                    && Meet(stricter, other) is { } atoms
                    && (!found.TryGetValue(pair, out var smallest) || atoms.Length < smallest.Length))
                {
                    found[pair] = atoms;
                }
            }
        }

        return [.. found.OrderBy(pair => pair.Key).Select(pair => Describe(pair.Key, pair.Value))];
    }

    // The situations of which both rules speak, or none if no possible situation is one of them.
    private ImmutableArray<Atom>? Meet(Rule stricter, Rule other)
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

        ImmutableArray<Atom> atoms = [.. both.Values.OrderBy(atom => atom.Facet.Index)];
        return _diagram.Range(_diagram.WherePossible(_diagram.Case(atoms))).Contains(1) ? atoms : null;
    }

    private PolicyConflict Describe((int Stricter, int Other) pair, ImmutableArray<Atom> atoms)
    {
        var witness = atoms.Aggregate(Situation.Silent(_policy.Lexicon), (situation, atom) => situation.With(atom.Facet, atom.Values));
        return new(_policy.Statements[pair.Stricter], _policy.Statements[pair.Other], witness, _policy.Phrasing.Sentence(witness));
    }

    // Without statement i the verdicts are the largest of what stands before it and what stands after it.
    private IEnumerable<IdleStatement> IdleConduct()
    {
        var conducts = Enumerable.Range(0, _policy.Statements.Length).Where(at => _policy.Statements[at] is Conduct).ToList();
        var functions = conducts.ConvertAll(at => VerdictFunction.Of(_diagram, _policy.Rules.Where(rule => rule.Statement == at)));
        var after = new int[functions.Count + 1];
        for (var at = functions.Count - 1; at >= 0; at--)
        {
            after[at] = _diagram.Apply(functions[at], after[at + 1], Math.Max);
        }

        var all = _diagram.WherePossible(after[0]);
        var before = 0;
        for (var at = 0; at < functions.Count; at++)
        {
            var without = _diagram.Apply(before, after[at + 1], Math.Max);
            if (_diagram.WherePossible(without) == all)
            {
                yield return new(_policy.Statements[conducts[at]], "other statements already say all of it");
            }

            before = _diagram.Apply(before, functions[at], Math.Max);
        }
    }

    private IEnumerable<IdleStatement> IdleDuties()
    {
        var duties = _policy.Statements.Select((statement, at) => (Duty: statement as Duty, At: at)).Where(pair => pair.Duty is not null).ToList();
        var triggers = duties.ConvertAll(pair => VerdictFunction.Trigger(_diagram, _policy.Rules.Where(rule => rule.Statement == pair.At)));
        for (var at = 0; at < duties.Count; at++)
        {
            for (var other = 0; other < duties.Count; other++)
            {
                var isNarrower = _diagram.Apply(triggers[at], triggers[other], Math.Max) == triggers[other];
                var isSame = isNarrower && triggers[at] == triggers[other];
                if (at != other && isNarrower && (!isSame || other < at) && AsksTheSame(duties[at].Duty!, duties[other].Duty!)) // filtered above
                {
                    yield return new(_policy.Statements[duties[at].At], $"{_policy.Statements[duties[other].At].Id} asks the same, and of more");
                    break;
                }
            }
        }
    }

    private static bool AsksTheSame(Duty left, Duty right) =>
        left.Action == right.Action && left.Holder == right.Holder && left.IsEvery == right.IsEvery && left.Deadline == right.Deadline
        && left.Recipients.SequenceEqual(right.Recipients);
}
