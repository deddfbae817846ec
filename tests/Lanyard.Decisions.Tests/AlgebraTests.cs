using Lanyard.Policy.Compilation;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Decisions.Tests;

public sealed class AlgebraTests
{
    private static readonly string[] Statements =
    [
        "Staff must not contact a student from a personal account unless the headteacher has approved it.",
        "Staff must not message a student on social media.",
        "Staff should not follow a former student.",
        "Staff may message a parent.",
        "Adults must not publish an image of a student unless a parent has consented in writing and the headteacher has approved it.",
        "Students must not publish content that is bullying, harassing or hateful.",
        "Staff must use privacy settings unless their role requires it.",
        "Teachers should not contact a parent outside working hours, unless the headteacher has approved it, or unless it is by school email.",
    ];

    [Fact]
    public void Verdict_WhenStatementsAreShuffled_IsTheSame()
    {
        var random = new Random(11);
        var first = new Decider(SamplePolicy.Of(Statements));
        for (var round = 0; round < 12; round++)
        {
            var shuffled = Statements.OrderBy(_ => random.Next()).ToArray();
            var second = new Decider(SamplePolicy.Of(shuffled));
            var situations = new RandomSituations(first.Policy.Lexicon, round);
            for (var count = 0; count < 2_000; count++)
            {
                var situation = situations.Consistent();
                second.Verdict(situation).ShouldBe(first.Verdict(situation));
            }
        }
    }

    [Fact]
    public void Verdict_WhenMoreBecomesKnown_NeverTurnsAKnownAnswerIntoAnother()
    {
        var policy = SamplePolicy.Of(Statements);
        var decider = new Decider(policy);
        var random = new RandomSituations(policy.Lexicon, 3);
        for (var count = 0; count < 4_000; count++)
        {
            var all = random.Consistent();
            var less = random.Forgetting(all, policy.Lexicon.Facets, 12);
            var known = decider.Decide(less);
            var more = decider.Decide(all);
            known.Possible.ShouldContain(more.Verdict);
            if (known.Verdict != Verdict.Undetermined)
            {
                more.Verdict.ShouldBe(known.Verdict, policy.Phrasing.Sentence(less));
            }
        }
    }

    [Fact]
    public void Exception_LiftsItsOwnStatementAndNoOther()
    {
        const string Ban = "Staff must not message a student on social media.";
        const string Excepted = "Staff must not contact a student from a personal account unless the headteacher has approved it.";
        const string Told = "A teacher messages a student on a personal account with approval by the headteacher.";

        SamplePolicy.Decide(SamplePolicy.Of(Excepted), Told).Verdict.ShouldBe(Verdict.Permitted);
        var both = SamplePolicy.Decide(SamplePolicy.Of(Ban, Excepted), Told);

        both.Verdict.ShouldBe(Verdict.Prohibited);
        both.Because.Select(reason => reason.Part).ShouldBe([ReasonPart.Decides, ReasonPart.Excepted]);
        both.Collisions.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("A teacher messages a parent.", Verdict.Permitted)]
    [InlineData("A teacher follows a former student.", Verdict.AdvisedAgainst)]
    [InlineData("A teacher intends to message a student from a personal account on WhatsApp.", Verdict.Prohibited)]
    [InlineData("A volunteer messages a parent.", Verdict.NotCovered)]
    [InlineData("A teacher did not use privacy settings.", Verdict.Undetermined)]
    [InlineData("A teacher posts ordinary content that shows a student.", Verdict.Conditional)]
    [InlineData("A teacher posted ordinary content that shows a student.", Verdict.Prohibited)]
    [InlineData("A teacher posts content.", Verdict.Undetermined)]
    public void Verdict_OfASentence_IsWhatThePolicySays(string told, Verdict expected) =>
        SamplePolicy.Decide(SamplePolicy.Of([.. Statements.Take(7)]), told).Verdict.ShouldBe(expected);

    [Fact]
    public void Verdict_OfAKnownSituation_AllocatesNothing()
    {
        var policy = SamplePolicy.Shipped("beam-trust.md");
        var decider = new Decider(policy);
        var situation = new RandomSituations(policy.Lexicon, 5).Consistent();
        decider.Verdict(situation);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var count = 0; count < 1_000; count++)
        {
            decider.Verdict(situation);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
