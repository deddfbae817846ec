using Lanyard.Decisions.Interviews;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Analysis;
using Lanyard.Policy.Compilation;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Decisions.Tests;

/// <summary>Policies whose statements depend on each other in more ways than can be held at once: an answer, never an exception.</summary>
public sealed class LargePolicyTests
{
    private static readonly List<string> Facts =
        [.. Lexicon.Shipped.Concepts.Where(concept => concept.Facet.Section == "content").Select(concept => concept.Clause).OfType<string>().Distinct()];

    [Theory]
    [InlineData(60)]
    [InlineData(250)]
    public void Decide_OfATangledPolicy_Answers(int statements)
    {
        var decider = new Decider(Tangled(statements));

        var open = decider.Decide(SamplePolicy.Told(decider.Policy, "A teacher posts content."));
        open.Verdict.ShouldBe(Verdict.Undetermined);
        open.Possible.ToList().ShouldBe([Verdict.NotCovered, Verdict.Permitted, Verdict.Prohibited]);
        decider.Verdict(open.Situation).ShouldBe(Verdict.Undetermined);

        decider.Decide(SamplePolicy.Told(decider.Policy, "A parent posts content.")).Verdict.ShouldBe(Verdict.NotCovered);
        decider.Decide(SamplePolicy.Told(decider.Policy, "A teacher posts ordinary content.")).Verdict.ShouldBe(Verdict.NotCovered);
    }

    [Fact]
    public void Interview_OfATangledPolicy_EndsWithAKnownAnswer()
    {
        var decider = new Decider(Tangled(60));
        var interview = new Interview(decider);
        var decision = decider.Decide(SamplePolicy.Told(decider.Policy, "A teacher posts content."));
        for (var questions = 0; interview.Next(decision) is { } question; questions++)
        {
            questions.ShouldBeLessThan(decider.Policy.Lexicon.Facets.Length);
            decision = decider.Decide(question.IsChecklist
                ? interview.Tick(decision.Situation, question, new HashSet<string>())
                : interview.Choose(decision.Situation, question.Needs[0], question.Needs[0].Choices[^1]));
        }

        decision.Verdict.ShouldBe(Verdict.NotCovered);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(200)]
    public void Conflicts_OfATangledPolicy_AreFound(int statements) =>
        ConflictAnalysis.Of(Tangled(statements)).Conflicts.ShouldBeEmpty();

    private static CompiledPolicy Tangled(int statements)
    {
        var random = new Random(1);
        return SamplePolicy.Of([.. Enumerable.Range(0, statements).Select(_ =>
        {
            var one = random.Next(Facts.Count);
            var other = (one + 1 + random.Next(Facts.Count - 1)) % Facts.Count;
            return $"Staff must not publish content that {Facts[one]} and {Facts[other]} unless their role requires it.";
        })]);
    }
}
