using Lanyard.Decisions.Understanding;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Decisions.Tests.Understanding;

public sealed class ListenerTests
{
    [Theory]
    [InlineData("a parent sent me a friend request on facebook, can I accept?", "A teacher accepts a connection request from a parent on Facebook.")]
    [InlineData("can I post a photo of my class on the school instagram?", "A teacher posts content that shows a pupil on an official account on Instagram.")]
    [InlineData("can I use whatsapp with parents if the headteacher said yes?", "A teacher messages a parent on WhatsApp.")]
    [InlineData("can I text a pupil's mum on whatsapp?", "A teacher messages a parent on WhatsApp.")]
    [InlineData("my pupil's mother wants to add me on facebook", "A teacher receives a connection request from a parent on Facebook.")]
    [InlineData("may I follow back a girl who left year 11 in July?", "A teacher follows a former pupil.")]
    [InlineData("can I say on my linkedin that I work for Beam Trust", "A teacher identifies themselves as staff on LinkedIn.")]
    [InlineData("can a former pupil follow me?", "A former pupil follows a teacher.")]
    [InlineData("May a pupil message me on Instagram?", "A pupil messages a teacher on Instagram.")]
    [InlineData("A pupil sent me a message. Can I reply?", "A teacher messages a pupil.")]
    [InlineData("can I send a text to a parent?", "A teacher messages a parent.")]
    [InlineData("can I message a pupil at our school?", "A teacher messages a pupil.")]
    [InlineData("a pupil told me that her dad hits her. What do I do?", "A teacher encounters content that raises a safeguarding concern.")]
    public void Understand_WhenTheWordsAreKnown_SaysWhoDoesWhatToWhom(string question, string understood) =>
        Understand(question).Understood.ShouldBe(understood);

    [Theory]
    [InlineData("my teacher keeps messaging me on snapchat", "A teacher messages a pupil on Snapchat.")]
    [InlineData("my teacher messaged me on snapchat. what do I do?", "A teacher contacts a pupil on Snapchat.")]
    [InlineData("my teacher sent me a friend request", "A teacher requests a connection with a pupil.")]
    [InlineData("someone sent me a nude", "A pupil encountered content that is an intimate image of a pupil.")]
    [InlineData("my friend sent me a message", "A pupil receives a message.")]
    [InlineData("Someone is bullying me on WhatsApp", "A pupil encounters content that is bullying on WhatsApp.")]
    [InlineData("My nudes are being shared. What do I do?", "A pupil encountered content that is an intimate image of a pupil.")]
    [InlineData("A girl is threatening me on WhatsApp", "A pupil encounters content that is threatening on WhatsApp.")]
    [InlineData("I'm being bullied", "A pupil encounters content that is bullying.")]
    [InlineData("i was sent a nude of a girl in my class what do i do", "A pupil encountered content that is an intimate image of a pupil.")]
    [InlineData("someone is threatening to share my nudes", "A pupil encounters content that is threatening and is an intimate image of a pupil.")]
    [InlineData("My mum hits me", "A pupil encounters content that raises a safeguarding concern.")]
    [InlineData("I want to kill myself", "A pupil encounters content that raises a safeguarding concern.")]
    [InlineData("My teacher asked me for a nude", "A pupil encounters content that raises a safeguarding concern.")]
    [InlineData("can I accept my teacher's friend request?", "A pupil accepts a connection request from a teacher.")]
    public void Understand_WhenAPupilTellsWhatWasDoneToThem_HearsWhatCounts(string question, string understood) =>
        Understand(question, "student").Understood.ShouldBe(understood);

    [Theory]
    [InlineData("My daughter was sent a nude by a teacher", "A parent encountered content that is an intimate image of a pupil")]
    [InlineData("My son received a nude. Who do I tell?", "A parent encountered content that is an intimate image of a pupil")]
    public void Understand_WhenAParentTellsWhatHappened_DoesNotTakeThemForTheOneWhoDidIt(string question, string understood) =>
        Understand(question, "parent").Understood.ShouldNotBeNull().ShouldStartWith(understood);

    [Theory]
    [InlineData("A pupil told me that the headteacher touched her. Who do I tell?", "A teacher receives an allegation with content that raises a safeguarding concern about the headteacher.")]
    [InlineData("A pupil has messaged me that she is being abused at home", "A teacher encounters content that raises a safeguarding concern.")]
    [InlineData("a pupil messaged me on my own whatsapp saying she wants to hurt herself, do i reply?", "A teacher encounters content that raises a safeguarding concern")]
    [InlineData("A pupil sent me a nude, should I tell the designated safeguarding lead?", "A teacher encounter")]
    [InlineData("A pupil is being abused and nobody told the headteacher", "A teacher encounter")]
    [InlineData("i saw nude photos of a pupil on another pupils phone", "A teacher encountered content that")]
    [InlineData("May I look at a nude of a pupil?", "A teacher views an intimate image about a pupil.")]
    [InlineData("May I follow a girl who left her bag in my classroom?", "A teacher follows a young person.")]
    [InlineData("May I message the head boy on WhatsApp?", "A teacher messages a pupil on WhatsApp.")]
    public void Understand_WhatAdultsSay_IsHeardForWhatItMeans(string question, string understood) => Understand(question).Understood.ShouldNotBeNull().ShouldStartWith(understood);

    [Theory]
    [InlineData("May I message a parent on my Facebook before the headteacher has approved it?")]
    [InlineData("May I message a parent on my Facebook? I forgot to get the head's permission")]
    [InlineData("May I message a parent on my Facebook until the head has said yes?")]
    [InlineData("May I message a parent on my Facebook if the head's permission is pending?")]
    [InlineData("May I message a parent on my Facebook? The deputy head agreed")]
    public void Understand_WhenAPermissionIsNotThereYet_DoesNotHearItAsGiven(string question)
    {
        var situation = Understand(question).Situation;

        var facet = situation.Lexicon.Facets.Single(facet => facet.Id == "headteacher-approval");
        situation[facet].ShouldBe(facet.Silence);
    }

    [Theory]
    [InlineData("can I look at the nude to check?", "A teacher views an intimate image.")]
    [InlineData("can I keep a nude as evidence?", "A teacher stores an intimate image.")]
    [InlineData("can I give a pupil my number?", "A teacher discloses content that contains personal information to a pupil.")]
    [InlineData("a pupil sent me a nude. what must I do?", "A teacher encountered content that is an intimate image of a pupil.")]
    public void Understand_WhatIsMostDangerous_IsHeard(string question, string understood) => Understand(question).Understood.ShouldBe(understood);

    [Theory]
    [InlineData("how often must we have training?")]
    [InlineData("may i like a pupils post on instagram")]
    [InlineData("can I not accept a pupil's friend request?")]
    [InlineData("may I stop following a pupil?")]
    [InlineData("I never message pupils from my personal account, is that ok?")]
    public void Understand_WhenTheVerbIsUnknownOrDenied_SaysThatItDidNotUnderstand(string question)
    {
        var answer = Understand(question);

        answer.Understood.ShouldBeNull();
        answer.NotUnderstood.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("May I use a tool without risk assessment of the tool and without approval of the medium", "risk assessment")]
    [InlineData("may I set up a page without permission from the head", "headteacher approval")]
    [InlineData("may I set up a page if the head's permission is refused", "headteacher approval")]
    [InlineData("what if no parents have consented? may i put up a photo of my class", "parent consent")]
    [InlineData("parents have not consented; may I post a photo of my class?", "parent consent")]
    public void Understand_WhenAPermissionIsRefused_DoesNotHearItAsGiven(string question, string permission)
    {
        var situation = Understand(question).Situation;

        var facet = situation.Lexicon.Facets.Single(facet => facet.Id == permission.Replace(' ', '-'));
        situation[facet].ShouldBe(facet.Silence);
    }

    [Theory]
    [InlineData("a pupil has shared a nude. what must I do?", "is an intimate image")]
    [InlineData("Someone posted something racist about me", "is hateful")]
    public void Understand_WhenSomebodyElsePosted_HearsThatTheAskerCameUponIt(string question, string content)
    {
        var understood = Understand(question).Understood.ShouldNotBeNull();

        understood.ShouldStartWith("A teacher encountered content that");
        understood.ShouldContain(content);
    }

    [Fact]
    public void Understand_WhenAnotherSentenceDeniesSomething_LeavesThatOut() =>
        Understand("I never message pupils on whatsapp. can I text a parent?").Understood.ShouldBe("A teacher messages a parent.");

    private static UnderstoodQuestion Understand(string question, string asker = "teacher")
    {
        var policy = SamplePolicy.Shipped("beam-trust.md");
        return new Listener(policy).Understand(question, policy.Lexicon.FindConcept(policy.Lexicon.Actor, asker));
    }
}
