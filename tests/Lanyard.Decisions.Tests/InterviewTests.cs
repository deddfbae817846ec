using Lanyard.Decisions.Interviews;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Compilation;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Decisions.Tests;

public sealed class InterviewTests
{
    public static TheoryData<string> Policies => [.. Repository.Policies];

    [Theory]
    [MemberData(nameof(Policies))]
    public void Interview_WithAnyAnswers_EndsWithAKnownAnswer(string name)
    {
        var policy = SamplePolicy.Shipped(name);
        var decider = new Decider(policy);
        var interview = new Interview(decider);
        var random = new Random(5);
        foreach (var told in new[] { "A teacher posts content.", "Anyone shares content.", "A parent messages a teacher.", "Staff disclose content.", "A teacher encounters content.", "A student receives contact." })
        {
            for (var round = 0; round < 6; round++)
            {
                var decision = decider.Decide(SamplePolicy.Told(policy, told));
                var questions = 0;
                while (interview.Next(decision) is { } question)
                {
                    (++questions).ShouldBeLessThanOrEqualTo(policy.Lexicon.Facets.Length, told);
                    decision = decider.Decide(Answer(interview, decision, question, random));
                }

                decision.Verdict.ShouldNotBe(Verdict.Undetermined, policy.Phrasing.Sentence(decision.Situation));
                if (told.Contains("encounters", StringComparison.Ordinal) || told.Contains("receives", StringComparison.Ordinal))
                {
                    decision.Duties.ShouldAllBe(duty => duty.IsCertain);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Interview_AsksNothingThatCannotMatter(string name)
    {
        var policy = SamplePolicy.Shipped(name);
        var (decider, plain) = (new Decider(policy), new PlainEvaluator(policy));
        var random = new RandomSituations(policy.Lexicon, 17);
        var small = policy.Lexicon.Facets.Where(facet => facet.Values.Length <= 4 && facet != policy.Lexicon.Tense && facet != policy.Lexicon.Omission).ToList();
        for (var count = 0; count < 250; count++)
        {
            var partial = random.Forgetting(random.Consistent(), small, 6);
            var decision = decider.Decide(partial);
            var completions = Completions(partial.Inferred()).Where(each => each.Inferred().Contradictions.IsEmpty).ToList();
            var mattering = small.Where(facet => Matters(decider, plain, completions, facet)).Select(facet => facet.Id).ToList();
            if (mattering.Count > 0)
            {
                decision.Needs.Select(need => need.Facet).Order().ShouldBe(mattering.Order(), policy.Phrasing.Sentence(partial));
            }
            else
            {
                // Nothing can change alone. Only facts that are tied to each other may be asked for, and only where the answer is open.
                (decision.Needs.IsEmpty || completions.Select(plain.Verdict).Distinct().Count() > 1 || decision.Duties.Any(duty => !duty.IsCertain)).ShouldBeTrue(policy.Phrasing.Sentence(partial));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Interview_OfWhatSomebodyMeansToDo_AsksOnlyForWhatCanChangeTheVerdict(string name)
    {
        var policy = SamplePolicy.Shipped(name);
        var decider = new Decider(policy);
        var interview = new Interview(decider);
        var plain = new PlainEvaluator(policy);
        var random = new RandomSituations(policy.Lexicon, 29);
        var small = policy.Lexicon.Facets.Where(facet => facet.Values.Length <= 4 && facet != policy.Lexicon.Tense && facet != policy.Lexicon.Omission).ToList();
        var asking = policy.Lexicon.Concept(policy.Lexicon.Act, "use social media").Values;
        for (var count = 0; count < 400; count++)
        {
            var partial = random.Forgetting(random.Consistent(), small, 6);
            if ((partial[policy.Lexicon.Act] & ~asking) != 0)
            {
                continue;
            }

            var decision = decider.Decide(partial);
            var completions = Completions(partial.Inferred()).Where(each => each.Inferred().Contradictions.IsEmpty).ToList();
            var verdicts = completions.Select(plain.Verdict).Distinct().Count();
            (interview.Next(decision) is null).ShouldBe(verdicts == 1, policy.Phrasing.Sentence(partial));
            foreach (var need in interview.Next(decision)?.Needs.Where(need => need.IsForVerdict) ?? [])
            {
                var facet = policy.Lexicon.Facet(need.Facet);
                var isTied = !small.Exists(each => completions.GroupBy(known => known.With(each, each.All)).Any(alike => alike.Select(plain.Verdict).Distinct().Count() > 1));
                (isTied || completions.GroupBy(known => known.With(facet, facet.All)).Any(alike => alike.Select(plain.Verdict).Distinct().Count() > 1)).ShouldBeTrue($"{need.Facet}: {policy.Phrasing.Sentence(partial)}");
            }
        }
    }

    [Fact]
    public void Interview_WhenOnlyAnothersDutyIsOpen_AsksNothing_AndTheDutyIsShown()
    {
        var policy = SamplePolicy.Of("When a student posts content that is hurtful, staff must inform a parent.", "Students must not post content that is offensive.");
        var decider = new Decider(policy);

        var open = decider.Decide(SamplePolicy.Told(policy, "A student posts content that is not offensive."));

        new Interview(decider).Next(open).ShouldBeNull();
        open.Duties.ShouldHaveSingleItem().IsCertain.ShouldBeFalse();
        open.Needs.ShouldHaveSingleItem().IsForVerdict.ShouldBeFalse();
        new Interview(decider).Next(decider.Decide(SamplePolicy.Told(policy, "A student posts content."))).ShouldNotBeNull().Needs.ShouldHaveSingleItem().Facet.ShouldBe("offensive");
    }

    [Fact]
    public void Interview_OfAChildWhoTellsOfHarm_AsksNothing()
    {
        var policy = SamplePolicy.Shipped("model-policy.md");
        var decider = new Decider(policy);

        new Interview(decider).Next(decider.Decide(SamplePolicy.Told(policy, "A student encounters content that raises a safeguarding concern."))).ShouldBeNull();
    }

    // Two possible situations that differ in this facet alone differ in their answer.
    private static bool Matters(Decider decider, PlainEvaluator plain, List<Situation> completions, Facet facet) =>
        completions.GroupBy(each => each.With(facet, facet.All))
            .Any(alike => alike.Select(each => (plain.Verdict(each), Duties(decider, each))).Distinct().Count() > 1);

    private static string Duties(Decider decider, Situation situation) =>
        string.Join(',', decider.Policy.Table.Match(situation.Values).Certain.Select(number => decider.Policy.Rules[number].Statement)
            .Where(statement => decider.Policy.Statements[statement] is Policy.Binding.Statements.Duty).Distinct().Order());

    private static Situation Answer(Interview interview, Decision decision, InterviewQuestion question, Random random)
    {
        if (question.IsChecklist)
        {
            var ticked = question.Needs.Where(_ => random.Next(4) == 0).Select(need => need.Facet).ToHashSet(StringComparer.Ordinal);
            var answered = interview.Tick(decision.Situation, question, ticked);
            return answered.Inferred().Contradictions.IsEmpty ? answered : interview.Tick(decision.Situation, question, question.Needs.Select(need => need.Facet).ToHashSet(StringComparer.Ordinal));
        }

        var choices = question.Needs[0].Choices.OrderBy(_ => random.Next()).Select(choice => interview.Choose(decision.Situation, question.Needs[0], choice));
        return choices.First(chosen => chosen.Inferred().Contradictions.IsEmpty);
    }

    private static IEnumerable<Situation> Completions(Situation partial)
    {
        var open = partial.Lexicon.Facets.FirstOrDefault(facet => !partial.Knows(facet));
        if (open is null)
        {
            yield return partial;
            yield break;
        }

        for (var left = partial[open]; left != 0; left &= left - 1)
        {
            foreach (var completion in Completions(partial.With(open, left & (~left + 1))))
            {
                yield return completion;
            }
        }
    }
}
