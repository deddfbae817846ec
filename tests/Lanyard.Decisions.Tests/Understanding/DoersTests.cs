using Lanyard.Decisions.Understanding;
using Lanyard.Policy.Compilation;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Decisions.Tests.Understanding;

/// <summary>Who does it: the asker only where "I" or "we" does, and nobody that the vocabulary does not
/// know.</summary>
public sealed class DoersTests
{
    private static readonly Lazy<CompiledPolicy> Model = new(() => SamplePolicy.Shipped("model-policy.md"));

    [Theory]
    [InlineData("The dinner lady messaged a pupil on Snapchat")]
    [InlineData("A swimming coach follows a pupil on Instagram, is that ok?")]
    [InlineData("the chaplain has posted a photo of my class")]
    [InlineData("I saw the lollipop man message a pupil")]
    [InlineData("I know that our organist texted a pupil")]
    [InlineData("I found out that Kev messaged a pupil on WhatsApp")]
    [InlineData("can I let the coach message pupils?")]
    [InlineData("A builder I know posted a photo of a pupil")]
    [InlineData("she posted a photo of my class, is it fine?")]
    [InlineData("a parent I taught posted a rude comment")]
    [InlineData("My neighbour added a pupil on Facebook and I saw it")]
    [InlineData("The lads in the kitchen follow pupils on TikTok")]
    [InlineData("our plumber emailed a pupil")]
    [InlineData("Is the drummer allowed to message pupils?")]
    public void Understand_WhatAnotherDoes_IsNeverWhatTheAskerDoes(string told)
    {
        var situation = Understand(told).Situation;

        var lexicon = situation.Lexicon;
        var isHeardOf = (situation[lexicon.Act] & ~(lexicon.Concept(lexicon.Act, "receive").Values | lexicon.Concept(
            lexicon.Act, "notice").Values)) == 0;
        (isHeardOf || situation[lexicon.Actor] != lexicon.Concept(lexicon.Actor, "teacher").Values)
            .ShouldBeTrue(Understand(told).Understood);
    }

    [Theory]
    [InlineData("I posted a photo of my class by mistake")]
    [InlineData("Can I message a pupil?")]
    [InlineData("Stupidly I emailed a pupil")]
    [InlineData("We follow a pupil on Threads")]
    [InlineData("is it ok to message a parent?")]
    public void Understand_WhatIOrWeDo_IsWhatTheAskerDoes(string told)
    {
        var situation = Understand(told).Situation;

        situation[situation.Lexicon.Actor]
            .ShouldBe(situation.Lexicon.Concept(situation.Lexicon.Actor, "teacher").Values);
    }

    [Theory]
    [InlineData("can I message the coach on WhatsApp?", "coach")]
    [InlineData("The dinner lady posted a comment on Facebook", "lady")]
    [InlineData("may I post a comment? The bursar approved it", "approved")]
    [InlineData("may I post a photo of my class that does not name anyone?", "not")]
    public void Understand_WhenAWordForAPerson_ADenialOrConsentWasNotUnderstood_AsksForConfirmation(string told,
        string word)
    {
        var understood = Understand(told);

        understood.MustBeConfirmed.ShouldBeTrue();
        understood.Doubts.ShouldContain(word);
        var held = new Decider(Model.Value).Decide(understood.Situation).Unconfirmed();
        held.Verdict.ShouldBe(Verdict.Undetermined);
        held.Because.ShouldBeEmpty();
        held.Clauses.ShouldBeEmpty();
        held.Gloss.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("can I message a parent on WhatsApp?")]
    [InlineData("I don't know whether I may message a pupil on Teams")]
    public void Understand_WhenAllOfItIsPlain_NeedsNoConfirmation(string told) => Understand(told).MustBeConfirmed
        .ShouldBeFalse();

    [Theory]
    [InlineData("A pupil at our school has followed me on Instagram.",
        "A teacher receives a connection request from a student on Instagram.")]
    [InlineData("A parent of our school sent me a friend request.",
        "A teacher receives a connection request from a parent.")]
    [InlineData("Can a pupil of our school message me?", "A student messages a teacher.")]
    [InlineData("Can a pupil from another school message me?", "A student messages a teacher.")]
    [InlineData("A governor at the trust messaged me", "A teacher receives contact from a governor.")]
    public void Understand_WhereAPersonBelongs_IsNeitherDoerNorDoneTo(string told, string understood) =>
        Understand(told).Understood.ShouldBe(understood);

    [Theory]
    [InlineData("Can I post a photo of the back of a child's head?")]
    [InlineData("Can I post about head lice on our page?")]
    [InlineData("Can I post a picture of a school of fish?")]
    [InlineData("Can I post a head shot of my dog?")]
    public void Understand_AWordWithinAnother_IsNoRole(string told)
    {
        var situation = Understand(told).Situation;

        var lexicon = situation.Lexicon;
        foreach (var facet in new[] { lexicon.Towards, lexicon.About })
        {
            (situation[facet] == facet.All
                || (situation[facet] & ~lexicon.Concept(lexicon.Actor, "student").Values) == 0)
                .ShouldBeTrue(Understand(told).Understood);
        }
    }

    [Fact]
    public void Understand_SomebodyWhoTellsOfHarm_HasNotDoneIt()
    {
        var understood = Understand("I was shown a video of two of our pupils being sexual in the park");

        understood.Worry.ShouldNotBeNull();
        new Decider(Model.Value).Decide(understood.Situation).Duties
            .ShouldContain(duty => duty.IsCertain && duty.Recipients.Contains("designated safeguarding lead"));
    }

    private static UnderstoodQuestion Understand(string told) =>
        new Listener(Model.Value).Understand(told,
            Model.Value.Lexicon.FindConcept(Model.Value.Lexicon.Actor, "teacher"));
}
