using Lanyard.Domain.Situations;
using Lanyard.Policy.Compilation;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Decisions.Tests;

public sealed class ConditionsTests
{
    public static TheoryData<string> Policies => [.. Repository.Policies];

    [Fact]
    public void Decide_WhenEveryCaseIsConditional_ListsTheConditionsOfEach()
    {
        var policy = SamplePolicy.Of("Staff must not use a tool unless the tool has been approved.", "Staff must not make a commitment unless the headteacher has approved it.");
        var lexicon = policy.Lexicon;
        var told = Situation.Silent(lexicon).With(lexicon.Concept(lexicon.Actor, "teacher")).With(lexicon.Tense, 1).With(lexicon.Omission, 1)
            .With(lexicon.Act, lexicon.Concept(lexicon.Act, "use a tool").Values | lexicon.Concept(lexicon.Act, "make a commitment").Values);

        var decision = new Decider(policy).Decide(told);

        decision.Verdict.ShouldBe(Verdict.Conditional);
        decision.Conditions.Select(condition => condition.Text).ShouldBe(["approval of the tool", "approval by the headteacher"], ignoreOrder: true);
        decision.Gloss.ShouldBe("Permitted once the conditions below are met.");
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Decide_WhenConditional_ListsWhatMustStillBeHad(string name)
    {
        var policy = SamplePolicy.Shipped(name);
        var decider = new Decider(policy);
        var random = new Random(31);
        var rules = policy.Rules.Where(rule => rule.Verdict == Verdict.Conditional).ToList();
        for (var count = 0; count < 1_000 && rules.Count > 0; count++)
        {
            var (one, other) = (rules[random.Next(rules.Count)], rules[random.Next(rules.Count)]);
            var half = one.Atoms.Concat(other.Atoms).Select(atom => atom.Facet).Distinct()
                .Aggregate(Situation.Silent(policy.Lexicon).With(policy.Lexicon.Omission, 1), (known, facet) => known.With(facet, Of(one, facet) | (random.Next(3) == 0 ? 0 : Of(other, facet))));
            if (half.Inferred().Contradictions.IsEmpty && decider.Decide(half) is { Verdict: Verdict.Conditional } decision)
            {
                decision.Conditions.ShouldNotBeEmpty(policy.Phrasing.Sentence(half));
                decision.Conditions.ShouldAllBe(condition => condition.Text.Length > 0);
            }
        }
    }

    private static ulong Of(Rule rule, Domain.Vocabulary.Facet facet) => rule.Atoms.Where(atom => atom.Facet == facet).Aggregate(facet.All, (set, atom) => set & atom.Values);
}
