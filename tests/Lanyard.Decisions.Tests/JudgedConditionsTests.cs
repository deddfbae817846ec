using System.Collections.Immutable;
using Lanyard.Decisions.Interviews;
using Lanyard.Decisions.Situations;
using Lanyard.Decisions.Understanding;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Analysis;
using Lanyard.Policy.Compilation;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Decisions.Tests;

/// <summary>Conditions that the language cannot say stand in the policy's own words, and a person judges
/// them.</summary>
public sealed class JudgedConditionsTests
{
    private const string Rule =
        "Staff must not message a parent unless the headteacher has approved it and \"in exceptional circumstances\".";
    private const string Told = "A teacher intends to message a parent";

    private static readonly CompiledPolicy Policy = SamplePolicy.Of(Rule);

    [Theory]
    [InlineData("", Verdict.Undetermined)]
    [InlineData(" where \"in exceptional circumstances\"", Verdict.Conditional)]
    [InlineData(" where not \"in exceptional circumstances\"", Verdict.Prohibited)]
    [InlineData(" with approval by the headteacher", Verdict.Undetermined)]
    [InlineData(" with approval by the headteacher where \"In  exceptional circumstances\"", Verdict.Permitted)]
    [InlineData(" with approval by the headteacher where not \"in exceptional circumstances\"", Verdict.Prohibited)]
    public void Condition_InTheWordsOfThePolicy_IsNeverDropped(string judged, Verdict verdict) =>
        SamplePolicy.Decide(Policy, $"{Told}{judged}.").Verdict.ShouldBe(verdict);

    [Fact]
    public void Interview_PutsItToAPerson_InTheWordsOfThePolicy_Alone()
    {
        var policy =
            SamplePolicy.Of(Rule,
                "Staff must not message a parent where \"it is late\" unless their role requires it.");
        var decider = new Decider(policy);
        var interview = new Interview(decider);
        var decision = decider.Decide(SamplePolicy.Told(policy, $"{Told}."));
        var asked = new List<string>();
        for (var question =
            interview.Next(decision, ImmutableHashSet<string>.Empty); question is { IsPermission: false }; question =
                interview.Next(decision, ImmutableHashSet<string>.Empty))
        {
            asked.Add(question.Text);
            question.Needs.ShouldHaveSingleItem();
            decision = decider.Decide(
                interview.Choose(decision.Situation, question.Needs[0], question.Needs[0].Choices[0]));
        }

        asked.ShouldContain(text => text.Contains("\"in exceptional circumstances\""));
        decision.Because.ShouldContain(reason => reason.Text.Contains("\"in exceptional circumstances\""));
    }

    [Theory]
    [InlineData("In exceptional circumstances, may I message a parent?")]
    [InlineData("May I message a parent in exceptional circumstances? The circumstances are exceptional.")]
    public void Words_ThatSomebodyTypes_NeverSayThatItIsSo(string question)
    {
        var heard =
            new Listener(Policy).Understand(question,
                Policy.Lexicon.Concept(Policy.Lexicon.Actor, "teacher")).Situation;

        heard[Policy.Lexicon.Facet("judged-in-exceptional-circumstances")].ShouldBe(3UL);
    }

    [Theory]
    [InlineData("where \"in exceptional circumstances\"")]
    [InlineData("where not \"in exceptional circumstances\"")]
    public void Situation_SaidInWordsAndInJson_CanBeReadBack(string judged)
    {
        var situation = SamplePolicy.Told(Policy, $"{Told} {judged}.");

        SamplePolicy.Told(Policy, Policy.Phrasing.Sentence(situation)).ShouldBe(situation);
        using var bytes = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(bytes))
        {
            SituationJson.Write(json, situation);
        }

        SamplePolicy.Told(Policy, System.Text.Encoding.UTF8.GetString(bytes.ToArray())).ShouldBe(situation);
    }

    [Fact]
    public void Duty_ThatHangsOnOne_MayArise_UntilItIsJudged()
    {
        var policy = SamplePolicy.Of(
            "When a student posts content that is threatening where \"it is appropriate\", staff must inform a parent.");

        SamplePolicy.Decide(policy, "A student posts content that is threatening.").Duties
            .ShouldHaveSingleItem().IsCertain.ShouldBeFalse();
        SamplePolicy.Decide(policy, "A student posts content that is threatening where \"it is appropriate\".").Duties
            .ShouldHaveSingleItem().IsCertain.ShouldBeTrue();
        SamplePolicy.Decide(policy,
            "A student posts content that is threatening where not \"it is appropriate\".").Duties.ShouldBeEmpty();
    }

    [Fact]
    public void Difference_OfPoliciesWithConditionsOfTheirOwn_IsExact()
    {
        var without = SamplePolicy.Of("Staff must not message a parent.");
        var other = SamplePolicy.Of("Staff must not message a parent unless \"it is urgent\".");

        DifferenceAnalysis.Of(Policy, Policy).Verdicts.ShouldBeEmpty();
        DifferenceAnalysis.Of(without, other).Verdicts.ShouldNotBeEmpty();
        DifferenceAnalysis.Of(Policy, other).Verdicts.ShouldNotBeEmpty();
    }

    [Fact]
    public void Situation_InAnotherVocabulary_KeepsWhatThatKnows()
    {
        var other = SamplePolicy.Of("Staff must not message a parent unless \"it is urgent\".");
        var situation = SamplePolicy.Told(Policy, $"{Told} where \"in exceptional circumstances\".");
        var both = Policy.Lexicon.WithJudged(other.Lexicon.JudgedConditions.Select(condition => condition.Name));

        situation.In(both).In(Policy.Lexicon).ShouldBe(situation);
        situation.In(other.Lexicon)[other.Lexicon.Facet("judged-it-is-urgent")].ShouldBe(Facet.Yes | Facet.No);
        new Decider(other).Decide(situation.In(other.Lexicon)).Verdict.ShouldBe(Verdict.Undetermined);
    }
}
