using System.Collections.Immutable;
using Lanyard.Decisions;
using Lanyard.Domain.Situations;
using Lanyard.Policy.Analysis;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Compilation;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Policy.Tests.Analysis;

/// <summary>The exact analyses against brute force: every situation of a cut-down vocabulary, or random ones of the whole.</summary>
public sealed class ExactnessTests
{
    [Theory]
    [InlineData("bctg.md", "beam-trust.md")]
    [InlineData("local-governors-school.md", "model-policy.md")]
    [InlineData("beam-trust.md", "sandbank-and-valley.md")]
    [InlineData("balance-and-build-support.md", "bctg.md")]
    public void Diff_OfTwoPolicies_IsTrueOfEverySituation_AndMissesNone(string old, string @new)
    {
        var (before, after) = DifferenceAnalysis.InOneVocabulary(SamplePolicy.Shipped(old), SamplePolicy.Shipped(@new));
        var difference = DifferenceAnalysis.Of(before, after);
        var (was, now) = (new PlainEvaluator(before), new PlainEvaluator(after));
        var random = new RandomSituations(before.Lexicon, 31);
        for (var count = 0; count < 4_000; count++)
        {
            var situation = Into(count % 2 == 0 ? before : after, random.Consistent(), count);
            if (!situation.Inferred().Contradictions.IsEmpty)
            {
                continue;
            }

            var (had, has) = (was.Verdict(situation), now.Verdict(situation));
            var fitting = difference.Verdicts.Where(change => Fits(change.Atoms, situation)).ToList();
            fitting.ShouldAllBe(change => change.Was.Contains(had) && change.Now == has, before.Phrasing.Sentence(situation));
            (fitting.Count > 0 || had == has).ShouldBeTrue(before.Phrasing.Sentence(situation));

            var (owed, owes) = (Duties(before, situation).ToList(), Duties(after, situation).ToList());
            var told = difference.Duties.Where(change => Fits(change.Atoms, situation)).ToList();
            told.Where(change => change.IsNew).Select(change => change.Duty).Distinct().Order().ShouldBe(owes.Except(owed).Order());
            told.Where(change => !change.IsNew).Select(change => change.Duty).Distinct().Order().ShouldBe(owed.Except(owes).Order());
        }
    }

    [Fact]
    public void Diff_WithAPolicyOfOneStatement_DoesNotClaimWhatWasSoAlready()
    {
        var difference = DifferenceAnalysis.Of(SamplePolicy.Shipped("model-policy.md"), SamplePolicy.Of("Staff must not message a student."));

        difference.Verdicts.Select(change => change.Text).ShouldContain("staff message a student: was permitted or already prohibited, now prohibited");
    }

    [Fact]
    public void Diff_OfARuleThatGainsExceptions_TellsTheirConditions()
    {
        var difference = DifferenceAnalysis.Of(
            SamplePolicy.Of("Staff must not message a student."),
            SamplePolicy.Of("Staff must not message a student unless through an approved system, or unless their role requires it."));

        difference.Verdicts.Length.ShouldBe(2);
        difference.Verdicts.ShouldAllBe(change => change.Text.EndsWith(": was prohibited, now permitted", StringComparison.Ordinal));
        difference.Verdicts.ShouldAllBe(change => change.Text.Contains("approved system", StringComparison.Ordinal) || change.Text.Contains("role requires", StringComparison.Ordinal));
    }

    [Fact]
    public void Diff_OfAPolicyWithItself_IsEmpty()
    {
        var policy = SamplePolicy.Shipped("beam-trust.md");

        DifferenceAnalysis.Of(policy, policy).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Diff_OfOneChange_IsOneSentence()
    {
        var before = SamplePolicy.Of("Staff should not contact a former student on a personal account.");
        var after = SamplePolicy.Of("Staff must not contact a former student on a personal account.");

        DifferenceAnalysis.Of(before, after).Verdicts.ShouldHaveSingleItem()
            .Text.ShouldBe("staff contact a former student on a personal account: was advised against, now prohibited");
    }

    [Fact]
    public void Conflicts_OfACutDownVocabulary_AreThoseThatBruteForceFinds()
    {
        string[] statements =
        [
            "Staff must not message a student on social media.",
            "Staff must not contact a student from a personal account unless the headteacher has approved it.",
            "Staff may message a student.",
            "Staff should not email a parent.",
            "Staff may email a parent by school email.",
            "Staff must not post content that is offensive.",
        ];
        var policy = SamplePolicy.Of(statements);
        var found = ConflictAnalysis.Of(policy).Conflicts.Select(conflict => (conflict.Stricter.Source.Ordinal, conflict.Other.Source.Ordinal)).Order();
        var brute = new SortedSet<(int, int)>();
        foreach (var situation in CutDown(policy))
        {
            var certain = policy.Table.Match(situation.Values).Certain.Select(number => policy.Rules[number]).ToList();
            foreach (var stricter in certain)
            {
                foreach (var other in certain.Where(other => other.Verdict == Verdict.Permitted && Opposition.IsOpposed(policy.Lexicon, stricter, other)))
                {
                    brute.Add((stricter.Statement + 1, other.Statement + 1));
                }
            }
        }

        found.ShouldBe(brute);
        brute.ShouldContain((1, 2));
    }

    [Fact]
    public void Witness_OfEveryConflict_ShowsTheConflict()
    {
        var policy = SamplePolicy.Shipped("beam-trust.md");
        var decider = new Decider(policy);

        foreach (var conflict in ConflictAnalysis.Of(policy).Conflicts)
        {
            decider.Decide(conflict.Witness).Collisions.ShouldContain(
                collision => collision.Stricter == conflict.Stricter.Id && collision.Other == conflict.Other.Id, conflict.Description);
            SamplePolicy.Told(policy, conflict.Description).ShouldBe(conflict.Witness);
        }
    }

    [Theory]
    [InlineData("beam-trust.md")]
    [InlineData("sandbank-and-valley.md")]
    [InlineData("local-governors-school.md")]
    public void Witness_OfEveryConflict_CanBe_AndTellsNothingThatItDoesNotNeed(string name)
    {
        var policy = SamplePolicy.Shipped(name);
        var search = new SituationSearch(policy.Lexicon);
        foreach (var (witness, description) in ConflictAnalysis.Of(policy).Conflicts.Select(conflict => (conflict.Witness, conflict.Description)))
        {
            foreach (var facet in policy.Lexicon.Facets.Where(facet => witness[facet] != facet.Silence))
            {
                (witness.With(facet, facet.Silence).Inferred()[facet] & ~witness[facet]).ShouldNotBe(0UL, $"{facet.Id} in {description}");
                policy.Phrasing.Names(facet, witness[facet]).Length.ShouldBe(1, description);
                Enumerable.Range(0, facet.Values.Length).Select(value => 1UL << value).Where(value => (witness[facet] & value) != 0)
                    .ShouldAllBe(value => search.IsPossible(witness.With(facet, value)), description);
            }
        }
    }

    [Fact]
    public void IdleStatement_WhenRemoved_ChangesNoVerdict()
    {
        string[] statements = ["Staff must not message a student.", "Teachers must not message a student on TikTok.", "Volunteers should not message a student."];
        var policy = SamplePolicy.Of(statements);
        var without = new PlainEvaluator(SamplePolicy.Of(statements[0], statements[2]));
        var all = new PlainEvaluator(policy);
        var random = new RandomSituations(policy.Lexicon, 3);

        ConflictAnalysis.Of(policy).Idle.ShouldHaveSingleItem().Statement.Source.Ordinal.ShouldBe(2);
        for (var count = 0; count < 3_000; count++)
        {
            var situation = Into(policy, random.Consistent(), count);
            without.Verdict(situation).ShouldBe(all.Verdict(situation));
        }
    }

    private static bool Fits(ImmutableArray<Atom> atoms, Situation situation) => atoms.All(atom => (situation[atom.Facet] & atom.Values) != 0);

    private static IEnumerable<string> Duties(CompiledPolicy policy, Situation situation) =>
        policy.Rules.Where(rule => policy.Statements[rule.Statement] is Duty && Fits(rule.Atoms, situation))
            .Select(rule => policy.Phrasing.Duty((Duty)policy.Statements[rule.Statement])).Distinct();

    private static Situation Into(CompiledPolicy policy, Situation situation, int count)
    {
        var rule = policy.Rules[count * 37 % policy.Rules.Length];
        return rule.Atoms.Aggregate(situation, (moved, atom) => (moved[atom.Facet] & atom.Values) != 0 ? moved : moved.With(atom.Facet, atom.Values & (~atom.Values + 1)));
    }

    // Every situation over a few acts, people, accounts and platforms, with and without the one permission.
    private static IEnumerable<Situation> CutDown(CompiledPolicy policy)
    {
        var lexicon = policy.Lexicon;
        var start = new RandomSituations(lexicon, 1).Consistent().With(lexicon.Tense, 1).With(lexicon.Omission, 1);
        return
            from actor in new[] { "teacher", "volunteer" }
            from act in new[] { "message", "email", "post" }
            from towards in new[] { "student", "parent" }
            from account in new[] { "personal account", "school email", "official account" }
            from platform in new[] { "Facebook", "email system" }
            from approved in new ulong[] { 1, 2 }
            let situation = start
                .With(lexicon.Concept(lexicon.Actor, actor)).With(lexicon.Concept(lexicon.Act, act)).With(lexicon.Concept(lexicon.Towards, towards))
                .With(lexicon.Concept(lexicon.Facet("account"), account)).With(lexicon.Concept(lexicon.Platform, platform)).With(lexicon.Facet("headteacher-approval"), approved)
            where situation.Inferred().Contradictions.IsEmpty
            select situation;
    }
}
