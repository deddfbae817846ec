using System.Collections.Immutable;
using Lanyard.Policy.Analysis;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions;

/// <summary>Finds the statements that demand opposite things of one situation.</summary>
internal static class Collisions
{
    public static ImmutableArray<Collision> Among(CompiledPolicy policy, ImmutableArray<int> certain)
    {
        var found = ImmutableArray.CreateBuilder<Collision>();
        foreach (var number in certain)
        {
            var stricter = policy.Rules[number];
            if (stricter.Verdict is not (Verdict.Prohibited or Verdict.AdvisedAgainst))
            {
                continue;
            }

            foreach (var another in certain)
            {
                var other = policy.Rules[another];
                if (Opposition.IsOpposed(policy.Lexicon, stricter, other))
                {
                    Add(policy.Statements[stricter.Statement], policy.Statements[other.Statement]);
                }
            }
        }

        return found.DrainToImmutable();

        void Add(Statement strict, Statement mild)
        {
            if (!found.Any(known => known.Stricter == strict.Id && known.Other == mild.Id))
            {
                found.Add(new(strict.Id, strict.Clause, mild.Id, mild.Clause));
            }
        }
    }
}
