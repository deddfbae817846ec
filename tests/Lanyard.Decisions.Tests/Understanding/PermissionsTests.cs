using System.Collections.Immutable;
using Lanyard.Decisions.Interviews;
using Lanyard.Decisions.Understanding;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Compilation;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Decisions.Tests.Understanding;

/// <summary>No consent, approval or assessment is taken from what somebody types: it is asked for, each alone, and only "yes" is yes.</summary>
public sealed class PermissionsTests
{
    private static readonly Lazy<CompiledPolicy> Model = new(() => SamplePolicy.Shipped("model-policy.md"));

    [Theory]
    [InlineData("can I post a photo of my class? all the parents have signed")]
    [InlineData("The head said yes. Can I message a parent on WhatsApp?")]
    [InlineData("I have a signed consent form for the photo of this pupil. May I post it?")]
    [InlineData("can I post a photo of my class with parental consent?")]
    [InlineData("The consent form has expired and the head said yes, can I post a photo of my class on the school Facebook?")]
    [InlineData("Her signed consent form got lost in the flood. May I put her picture on the school website?")]
    [InlineData("Dad took his written consent back on Monday. Is the picture of his son still fine on Facebook?")]
    [InlineData("Parents have consented to the newsletter. Can I post the photo of my class on Instagram?")]
    [InlineData("The head said yes to the football photo. Can I post the one of the swimmers?")]
    [InlineData("if the head said yes could I add pupils on Facebook")]
    [InlineData("Mum said yes for his brother. Can I share a photo of him on YouTube?")]
    [InlineData("they're all fine with it, can i post the photo of my class")]
    [InlineData("we have written consent from the headteacher of his last school, may I post his photo")]
    [InlineData("The consent form went home on Friday. May I post photos of pupils?")]
    [InlineData("Can I use this app with my class? The tool has been approved, I believe.")]
    [InlineData("Can my class use this tool? Another school has a risk assessment of the tool.")]
    [InlineData("everyone shown has consented, may I post the video of pupils?")]
    [InlineData("The headteacher has approved it, can I call a parent from my own phone?")]
    public void Understand_WhateverIsSaidOfAPermission_HoldsNone(string question)
    {
        var situation = Understand(question).Situation;

        situation.Lexicon.Facets.Where(facet => facet.Kind == FacetKind.Permission).ShouldAllBe(facet => situation[facet] == facet.Silence);
    }

    [Theory]
    [InlineData(0, Verdict.Permitted)]
    [InlineData(1, Verdict.Conditional)]
    [InlineData(2, Verdict.Conditional)]
    [InlineData(3, Verdict.Conditional)]
    [InlineData(4, Verdict.Conditional)]
    public void Interview_OfAPermission_TakesOnlyAPlainYes(int chosen, Verdict verdict)
    {
        var policy = SamplePolicy.Of("Staff must not post content unless a parent has consented in writing.", "Staff may post content.");
        var decider = new Decider(policy);
        var interview = new Interview(decider);

        var decision = decider.Decide(SamplePolicy.Told(policy, "A teacher posts content."));
        var question = interview.Next(decision, ImmutableHashSet<string>.Empty).ShouldNotBeNull();
        var answered = decider.Decide(interview.Choose(decision.Situation, question.Needs[0], question.Needs[0].Choices[chosen]));

        question.IsPermission.ShouldBeTrue();
        question.Text.ShouldBe("Has a parent consented in writing?");
        question.Needs[0].Choices.Select(choice => choice.Text)
            .ShouldBe(["yes", "no / refused", "asked for, not yet answered", "for something else", "I do not know"]);
        answered.Verdict.ShouldBe(verdict);
        interview.Next(answered, ImmutableHashSet.Create(question.Needs[0].Facet)).ShouldBeNull();
    }

    [Fact]
    public void Interview_OfTwoPermissions_AsksForEachAlone_AndOnce()
    {
        var policy = SamplePolicy.Of("Staff must not post content unless a parent has consented in writing and the headteacher has approved it.");
        var decider = new Decider(policy);
        var interview = new Interview(decider);
        var decision = decider.Decide(SamplePolicy.Told(policy, "A teacher posts content."));
        var asked = new List<string>();
        while (interview.Next(decision, asked.ToHashSet()) is { } question)
        {
            question.IsChecklist.ShouldBeFalse();
            asked.Add(question.Needs.ShouldHaveSingleItem().Facet);
            decision = decider.Decide(interview.Choose(decision.Situation, question.Needs[0], question.Needs[0].Choices[2]));
        }

        asked.ShouldBe(["parent-consent", "headteacher-approval"], ignoreOrder: true);
        decision.Verdict.ShouldBe(Verdict.Conditional);
    }

    [Fact]
    public void Interview_OfPermissionsThatAreUnknown_AsksForEachAlone()
    {
        var policy = SamplePolicy.Of("Staff must not post content unless a parent has consented in writing and the headteacher has approved it.");
        var situation = policy.Lexicon.Facets.Where(facet => facet.Kind == FacetKind.Permission)
            .Aggregate(SamplePolicy.Told(policy, "A teacher posts content."), (known, facet) => known.With(facet, facet.All));
        var decider = new Decider(policy);

        var question = new Interview(decider).Next(decider.Decide(situation)).ShouldNotBeNull();

        question.IsPermission.ShouldBeTrue();
        question.Needs.ShouldHaveSingleItem().Choices.Length.ShouldBe(5);
    }

    [Fact]
    public void Interview_OfWhatWasDone_AsksForThePermission_BeforeAnybodyIsToldThatTheyDidWrong()
    {
        var policy =
            SamplePolicy.Of("Staff must not post an image of a student unless a parent has consented in writing.");
        var decider = new Decider(policy);
        var interview = new Interview(decider);
        var decision = decider.Decide(SamplePolicy.Told(policy, "A teacher posted an image of a student."));

        var question = interview.Next(decision, ImmutableHashSet<string>.Empty).ShouldNotBeNull();
        question.IsPermission.ShouldBeTrue();
        var choices = question.Needs[0].Choices;
        Verdict Of(Choice choice) =>
            decider.Decide(interview.Choose(decision.Situation, question.Needs[0], choice)).Verdict;
        Of(choices[0]).ShouldBe(Verdict.Permitted);
        choices.Skip(1).Select(Of).ShouldAllBe(verdict => verdict == Verdict.Prohibited);
    }

    [Fact]
    public void Interview_OfWhatNoPermissionWouldHaveLifted_AsksForNone()
    {
        var policy =
            SamplePolicy.Of("Staff must not post an image of a student unless a parent has consented in writing.",
            "Staff must not post content.");
        var decider = new Decider(policy);

        new Interview(decider).Next(
            decider.Decide(SamplePolicy.Told(policy, "A teacher posted an image of a student.")),
            ImmutableHashSet<string>.Empty).ShouldBeNull();
    }

    private static UnderstoodQuestion Understand(string question) =>
        new Listener(Model.Value).Understand(question, Model.Value.Lexicon.FindConcept(Model.Value.Lexicon.Actor, "teacher"));
}
