using Lanyard.Domain.Situations;
using Lanyard.Policy.Compilation;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Decisions.Tests;

public sealed class DifferentialTests
{
    private const int Situations = 1_200_000;
    private const int PartialSituations = 3_000;

    public static TheoryData<string> Policies => [.. Repository.Policies];

    [Fact]
    public void Verdict_OfAMillionSituations_IsThatOfThePlainEvaluator()
    {
        var names = Repository.Policies.ToList();
        foreach (var name in names)
        {
            var policy = SamplePolicy.Shipped(name);
            var (decider, plain) = (new Decider(policy), new PlainEvaluator(policy));
            var random = new RandomSituations(policy.Lexicon, seed: name.Length);
            for (var count = 0; count < Situations / names.Count; count++)
            {
                var situation = Likely(policy, random.Complete(), count);
                if (decider.Verdict(situation) != plain.Verdict(situation))
                {
                    Assert.Fail($"{name}: {policy.Phrasing.Sentence(situation)}: engine {decider.Verdict(situation)}, plain {plain.Verdict(situation)}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Verdict_OfHalfKnownSituations_IsExact(string name)
    {
        var policy = SamplePolicy.Shipped(name);
        var (decider, plain) = (new Decider(policy), new PlainEvaluator(policy));
        var random = new RandomSituations(policy.Lexicon, seed: 7);
        var small = policy.Lexicon.Facets.Where(facet => facet.Values.Length <= 7).ToList();
        for (var count = 0; count < PartialSituations; count++)
        {
            var known = Likely(policy, random.Consistent(), count);
            if (!known.Inferred().Contradictions.IsEmpty)
            {
                continue;
            }

            var partial = random.Forgetting(known, small, 4);
            var verdicts = Completions(partial.Inferred()).Where(each => each.Inferred().Contradictions.IsEmpty).Select(plain.Verdict).ToHashSet();
            var expected = verdicts.Count == 1 ? verdicts.Single() : Verdict.Undetermined;
            var decision = decider.Decide(partial);
            decision.Verdict.ShouldBe(expected, policy.Phrasing.Sentence(partial));
            decision.Possible.ToList().ShouldBe([.. verdicts.Order()], policy.Phrasing.Sentence(partial));
        }
    }

    /// <summary>Random facts seldom fit any rule, so two of three situations are moved into the case of some rule.</summary>
    private static Situation Likely(CompiledPolicy policy, Situation situation, int count)
    {
        if (count % 3 == 0 || policy.Rules.IsEmpty)
        {
            return situation;
        }

        var rule = policy.Rules[count * 31 % policy.Rules.Length];
        return rule.Atoms.Aggregate(situation, (moved, atom) => (moved[atom.Facet] & atom.Values) != 0 ? moved : moved.With(atom.Facet, atom.Values & (~atom.Values + 1)));
    }

    private static IEnumerable<Situation> Completions(Situation partial)
    {
        var open = partial.Lexicon.Facets.FirstOrDefault(facet => !partial.Knows(facet));
        return open is null ? [partial] : Values(partial[open]).SelectMany(value => Completions(partial.With(open, value)));
    }

    private static IEnumerable<ulong> Values(ulong set)
    {
        for (; set != 0; set &= set - 1)
        {
            yield return set & (~set + 1);
        }
    }
}
