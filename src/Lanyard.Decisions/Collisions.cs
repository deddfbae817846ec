using System.Collections.Immutable;
using Lanyard.Policy.Analysis;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions;

/// <summary>Finds the statements that demand opposite things of one situation.</summary>
internal static class Collisions
{
    public static ImmutableArray<Collision> Among(CompiledPolicy policy, IReadOnlyList<int> certain)
    {
        var found = ImmutableArray.CreateBuilder<Collision>();
        foreach (var stricter in certain.Select(number => policy.Rules[number]).Where(rule => rule.Verdict is Verdict.Prohibited or Verdict.AdvisedAgainst))
        {
            foreach (var other in certain.Select(number => policy.Rules[number]))
            {
                var (strict, mild) = (policy.Statements[stricter.Statement], policy.Statements[other.Statement]);
                if (Opposition.IsOpposed(policy.Lexicon, stricter, other) && !found.Any(known => known.Stricter == strict.Id && known.Other == mild.Id))
                {
                    found.Add(new(strict.Id, strict.Clause, mild.Id, mild.Clause));
                }
            }
        }

        return found.ToImmutable();
    }
}
