using Lanyard.Decisions.Interviews;
using Lanyard.Decisions.Understanding;
using Lanyard.Policy.Compilation;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Decisions.Tests.Understanding;

/// <summary>What somebody asks who has never read the policy, and whom they are told to go to.</summary>
public sealed class NewcomersTests
{
    private static readonly Lazy<CompiledPolicy> Model = new(() => SamplePolicy.Shipped("model-policy.md"));

    [Theory]
    [InlineData("headteacher", "A teacher has been accused of messaging a pupil on Instagram. What do I do?", "4.2 inform the LADO")]
    [InlineData("designated safeguarding lead", "A teacher has been accused of messaging a pupil on Instagram. What do I do?", "4.2 report it to the headteacher")]
    [InlineData("headteacher", "A volunteer is alleged to have messaged a pupil on Snapchat", "4.2 inform the LADO")]
    [InlineData("headteacher", "A volunteer has allegedly messaged a pupil on Snapchat", "4.2 inform the LADO")]
    [InlineData("headteacher", "There is an allegation that a teacher messaged a pupil", "4.2 inform the LADO")]
    [InlineData("headteacher", "I have received an allegation against a governor", "4.2 inform the LADO")]
    [InlineData("headteacher", "A parent says that teacher Smith messaged her daughter on Snapchat", "4.2 inform the LADO")]
    [InlineData("headteacher", "A pupil says that a teacher messaged her on Snapchat", "4.2 inform the LADO")]
    [InlineData("governor", "A parent has accused the headteacher of messaging a pupil", "4.3 report it to the chair of governors immediately")]
    [InlineData("governor", "There is an allegation against the head", "4.3 report it to the chair of governors immediately")]
    [InlineData("chair of governors", "The headteacher has been accused of messaging a pupil", "4.3 inform the LADO")]
    [InlineData("teacher", "The head has been texting a sixth former late at night. Who do I tell?", "4.3 report it to the chair of governors immediately")]
    [InlineData("headteacher", "A member of staff is accused of posting racist things on Facebook", "4.2 inform the LADO")]
    [InlineData("student", "the head keeps texting me who do i tell", "5.2 report it to a trusted adult")]
    [InlineData("teacher", "the headteacher is messaging a pupil, who do I tell?", "4.3 report it to the chair of governors immediately")]
    public void Decide_WhenSomebodyHearsAnAllegation_SaysWhomToTellAboutWhom(string asker, string told, string duty) => Certain(told, asker).ShouldContain(line => line.StartsWith(duty, StringComparison.Ordinal));

    [Theory]
    [InlineData("can I accuse a colleague?")]
    [InlineData("The head says that a teacher may post a photo of my class. Can I post it?")]
    [InlineData("A parent says she can message me on Facebook, may I message her?")]
    public void Understand_WhatIsNoAllegation_IsNotHeardAsOne(string question) =>
        (Understand(question, "teacher").Understood ?? "").ShouldNotContain("receives an allegation");

    [Theory]
    [InlineData("student", "someone in my class keeps sending me mean messages on snapchat what do i do")]
    [InlineData("student", "people in my class keep sending me horrible messages")]
    [InlineData("student", "i sent a pic of myself to a boy and now he says he'll show everyone")]
    [InlineData("student", "i sent a pic of myself to a boy and he said he will post it if i dont send more")]
    [InlineData("student", "a girl is bullying me online")]
    [InlineData("student", "someone is bullying me")]
    [InlineData("student", "my friend is being bullied on snapchat")]
    [InlineData("student", "a girl in my class sent me racist messages")]
    [InlineData("student", "i keep getting nasty messages on snapchat")]
    [InlineData("student", "a boy is threatening me on insta")]
    [InlineData("parent", "Someone is bullying my son online")]
    [InlineData("parent", "my daughter is being bullied on Snapchat")]
    [InlineData("parent", "my son received a nude. Who do I tell?")]
    [InlineData("parent", "someone is threatening my daughter on WhatsApp")]
    public void Decide_WhenSomebodyTellsOfHarm_SaysWhomToTell_AndAsksNothing(string asker, string told)
    {
        Certain(told, asker).ShouldContain(line => line.Contains("designated safeguarding lead immediately", StringComparison.Ordinal));
        var decider = new Decider(Model.Value);
        new Interview(decider).Next(decider.Decide(Understand(told, asker).Situation)).ShouldBeNull();
    }

    [Fact]
    public void Decide_WhenATeacherAsksAPupilForTheirAccount_SaysWhomThePupilTells()
    {
        var decider = new Decider(Model.Value);
        var situation = Understand("a teacher asked me for my snapchat", "student").Situation;
        var decision = decider.Decide(situation);

        Witnesses.Of(decider, decision, situation.Lexicon.FindConcept(situation.Lexicon.Actor, "student"))
            .ShouldContain(way => way.Duties.Any(duty => duty.Clause == "5.2"));
    }

    [Fact]
    public void Decide_WhenAColleagueDidIt_SaysWhichDutyIsForWhom()
    {
        var decider = new Decider(Model.Value);
        var situation = Understand("A colleague has been messaging a pupil on Snapchat", "teacher").Situation;

        var ways = Witnesses.Of(decider, decider.Decide(situation), situation.Lexicon.FindConcept(situation.Lexicon.Actor, "teacher"));

        ways.Where(way => way.If.Contains("it was the headteacher", StringComparison.Ordinal)).ShouldAllBe(way => way.Duties.All(duty => duty.Clause == "4.3"));
        ways.Where(way => way.If.Contains("it was staff other", StringComparison.Ordinal)).SelectMany(way => way.Duties).Select(duty => duty.Clause).ShouldBe(["4.2", "4.4"]);
    }

    [Theory]
    [InlineData("teacher", "a parent has sent me a facebook friend request, is it ok to accept?", "A teacher accepts a connection request from a parent on Facebook.")]
    [InlineData("teacher", "is it alright to message a parent on WhatsApp?", "A teacher messages a parent on WhatsApp.")]
    [InlineData("teacher", "Can I share a video of the school play on YouTube?", "A teacher shares content that shows a student on YouTube.")]
    [InlineData("parent", "Can I put a picture of the nativity play on Facebook?", "A parent posts content that shows a student on Facebook.")]
    [InlineData("parent", "Can I complain about the school on the local Facebook group?", "A parent posts content that is negative and is a complaint about the organisation on Facebook.")]
    [InlineData("teacher", "A pupil confided in me online that she is self harming", "A teacher encounters content that raises a safeguarding concern.")]
    [InlineData("teacher", "I saw a colleague's post slagging off the head, should I say something?", "A teacher encounters content that is negative.")]
    [InlineData("teacher", "I suspect a colleague is in a relationship with a pupil", "A teacher suspects an inappropriate relationship with a student about staff.")]
    [InlineData("teacher", "I think another teacher is too close to a girl in his form", "A teacher suspects an inappropriate relationship with a student about a teacher.")]
    [InlineData("student", "I'm 12, can I have TikTok?", "A student registers on a platform on TikTok below its minimum age.")]
    [InlineData("student", "I'm 14, can I have TikTok?", "A student registers on a platform on TikTok, and they are not below its minimum age.")]
    [InlineData("teacher", "a pupil gave me her number", "A student disclosed content that contains personal information to a teacher.")]
    [InlineData("teacher", "can I message my year 9s on WhatsApp?", "A teacher messages a student on WhatsApp.")]
    [InlineData("teacher", "can I text a sixth former?", "A teacher messages a student.")]
    [InlineData("student", "can I post a mean comment?", "A student posts content that is hurtful.")]
    [InlineData("parent", "May I message my child's teacher on Facebook?", "A parent messages a teacher on Facebook.")]
    [InlineData("headteacher", "A volunteer is alleged to have messaged a pupil on Snapchat", "The headteacher receives an allegation about a volunteer.")]
    [InlineData("headteacher", "a parent says that a teacher messaged her daughter on Snapchat", "The headteacher receives an allegation about a teacher.")]
    public void Understand_WhatANewcomerAsks_IsHeardWhole(string asker, string question, string understood)
    {
        var heard = Understand(question, asker);

        heard.Understood.ShouldBe(understood);
        heard.NotUnderstood.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("I suspect a colleague is in a relationship with a pupil")]
    [InlineData("I think another teacher is too close to a girl in his form")]
    [InlineData("A pupil confided in me online that she is self harming")]
    public void Decide_WhatMayHarmAChild_GoesToTheDesignatedSafeguardingLead(string told) =>
        Certain(told, "teacher").ShouldContain("4.1 report it to the designated safeguarding lead immediately");

    [Fact]
    public void Decide_WhenTwoStatementsOfAClauseSetTheSameCondition_SaysItOnce()
    {
        var lexicon = Model.Value.Lexicon;
        string[] facts = ["intimate-image", "like-grooming"];
        var situation = facts.Aggregate(Understand("Can I WhatsApp a mum?", "teacher").Situation, (known, fact) => known.With(lexicon.Facet(fact), Domain.Vocabulary.Facet.No))
            .With(lexicon.Concept(lexicon.Facet("information"), "no confidential information"))
            .With(lexicon.Concept(lexicon.Facet("device"), "personal device"))
            .With(lexicon.Concept(lexicon.Facet("place"), "off site"))
            .With(lexicon.Concept(lexicon.Facet("purpose"), "personal purpose"));

        new Decider(Model.Value).Decide(situation).Conditions.Length.ShouldBe(1);
    }

    private static List<string> Certain(string told, string asker) =>
        [.. new Decider(Model.Value).Decide(Understand(told, asker).Situation).Duties.Where(duty => duty.IsCertain).Select(duty => $"{duty.Clause} {duty.Text}")];

    private static UnderstoodQuestion Understand(string told, string asker) =>
        new Listener(Model.Value).Understand(told, Model.Value.Lexicon.FindConcept(Model.Value.Lexicon.Actor, asker));
}
