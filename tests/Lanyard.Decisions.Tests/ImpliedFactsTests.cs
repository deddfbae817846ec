using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Compilation;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Decisions.Tests;

/// <summary>What one fact says of another, so that nobody is asked for what nobody would doubt.</summary>
public sealed class ImpliedFactsTests
{
    private static readonly Lexicon Words = Lexicon.Shipped;

    public static TheoryData<string> Policies => [.. Repository.Policies];

    [Theory]
    [InlineData("balance-and-build-support.md", "a senior member of staff")]
    [InlineData("beam-trust.md", "lead safeguarding officer")]
    [InlineData("local-governors-school.md", "designated safeguarding lead")]
    [InlineData("model-policy.md", "designated safeguarding lead")]
    public void IntimateImageOfAStudent_IsAConcern_SoTheDutyIsCertain(string policy, string told)
    {
        var duties = SamplePolicy.Decide(SamplePolicy.Shipped(policy),
            "A teacher encounters content that is an intimate image of a student from a student.").Duties;

        duties.ShouldContain(duty => duty.IsCertain && duty.Text.Contains(told));
    }

    [Theory]
    [InlineData("names a student")]
    [InlineData("identifies a student")]
    [InlineData("shows a student")]
    [InlineData("refers to a student's circumstances")]
    [InlineData("intrudes on a student's privacy")]
    [InlineData("is an intimate image of a student")]
    public void ContentThatTellsOfAStudent_IsAboutAStudent_WhateverElseItIsAbout(string fact)
    {
        var policy = SamplePolicy.Of("Staff must not post content about a student.");

        SamplePolicy.Decide(policy, $"A teacher posts content that {fact}.").Verdict.ShouldBe(Verdict.Prohibited);
        SamplePolicy.Decide(policy, $"A teacher posts content that {fact} about the organisation.")
            .Verdict.ShouldBe(Verdict.Prohibited);
    }

    [Theory]
    [InlineData("consent has been given", "written consent from a parent")]
    [InlineData("consent has been given", "consent from the child's parent")]
    [InlineData("the child's parent has consented", "written consent from a parent")]
    public void WrittenConsentOfAParent_IsConsent(string asked, string held)
    {
        var policy = SamplePolicy.Of($"Staff must not post an image of a student unless {asked}.");
        var told = "A teacher intends to post ordinary content that shows a student";

        SamplePolicy.Decide(policy, $"{told} with {held}.").Verdict.ShouldBe(Verdict.Permitted);
        SamplePolicy.Decide(policy, $"{told}.").Verdict.ShouldBe(Verdict.Conditional);
    }

    [Fact]
    public void WrittenConsentOfAParent_IsNotTheConsentOfAnybodyElse()
    {
        var policy = SamplePolicy.Of(
            "Staff must not post an image of a student "
            + "unless the headteacher has approved it and consent has been given.");
        var decision = SamplePolicy.Decide(policy,
            "A teacher intends to post ordinary content that shows a student with written consent from a parent.");

        decision.Verdict.ShouldBe(Verdict.Conditional);
        decision.Conditions.ShouldHaveSingleItem().Text.ShouldBe("approval by the headteacher");
    }

    [Fact]
    public void ContentThatDefamesTheOrganisation_HarmsItsReputation_AndThatOfNobodyElseDoesNot()
    {
        var policy = SamplePolicy.Of("Staff must not post content that harms the reputation of the organisation.");

        SamplePolicy.Decide(policy, "A teacher posts content that is defamatory about the organisation.")
            .Verdict.ShouldBe(Verdict.Prohibited);
        SamplePolicy.Decide(policy, "A teacher posts content that is defamatory about a student.")
            .Verdict.ShouldBe(Verdict.Undetermined);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void EveryFact_BringsWhatItImplies_IntoEveryAnswerOfEveryPolicy(string name)
    {
        var decider = new Decider(SamplePolicy.Shipped(name));
        var random = new RandomSituations(decider.Policy.Lexicon, seed: 41);
        foreach (var rule in decider.Policy.Lexicon.Implications.Where(rule => rule.If.Facet.Kind == FacetKind.Fact))
        {
            for (var count = 0; count < 40; count++)
            {
                var facts = random.Consistent().With(rule.If).With(rule.Then);
                var unsaid = facts.With(rule.Then.Facet, rule.Then.Facet.All);
                if (facts.Inferred().Contradictions.IsEmpty)
                {
                    decider.Decide(unsaid).Verdict.ShouldBe(decider.Decide(facts).Verdict);
                    decider.Decide(unsaid).Needs.ShouldNotContain(need => need.Facet == rule.Then.Facet.Id);
                }
            }
        }
    }

    [Fact]
    public void WhatCounts_NeverMakesAnAnswerMilder_WhereAStatementForbids()
    {
        var random = new RandomSituations(Words, seed: 43);
        foreach (var rule in Words.Counting.Where(rule => rule.Then.Facet.Kind != FacetKind.Permission))
        {
            var decider = new Decider(SamplePolicy.Of(rule.Then.Facet == Words.About
                ? "Staff must not publish content about a student."
                : "Staff must not publish content that harms the reputation of the organisation."));
            for (var count = 0; count < 200; count++)
            {
                var told = rule.If.Aggregate(random.Consistent(), (known, word) => known.With(word))
                    .With(Words.Concept(Words.Actor, "teacher")).With(Words.Concept(Words.Act, "post"))
                    .With(Words.Omission, 1UL).With(Words.Platform, Words.Platform.All);
                if (told.Inferred().Contradictions.IsEmpty)
                {
                    decider.Decide(told).Verdict.ShouldBe(Verdict.Prohibited);
                }
            }
        }
    }
}
