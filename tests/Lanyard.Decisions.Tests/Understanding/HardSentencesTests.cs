using Lanyard.Decisions.Understanding;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Decisions.Tests.Understanding;

/// <summary>Sentences that were once heard for something else than they say.</summary>
public sealed class HardSentencesTests
{
    [Theory]
    [InlineData("May I message a pupil I used to teach who is still at the school?", "A teacher messages a pupil.")]
    [InlineData("can I follow a girl who left in July, now in our sixth form?", "A teacher follows a pupil.")]
    [InlineData("can I message a pupil who left in July and is now in our sixth form", "A teacher messages a pupil.")]
    [InlineData("may I message an ex pupil on Instagram?", "A teacher messages a former pupil on Instagram.")]
    [InlineData("may I add an ex-student on Facebook?", "A teacher requests a connection with a former pupil on Facebook.")]
    [InlineData("may I add ex-pupils on Facebook?", "A teacher requests a connection with a former pupil on Facebook.")]
    [InlineData("may I message a pupil who left last year?", "A teacher messages a former pupil.")]
    [InlineData("may I message a pupil I used to teach?", "A teacher messages a former pupil.")]
    [InlineData("may I message a girl who left for sixth form college?", "A teacher messages a former pupil.")]
    public void Understand_WhoeverLeftOrIsStillHere_IsHeardAsWhatTheyAreNow(string question, string understood) => Understand(question).Understood.ShouldBe(understood);

    [Theory]
    [InlineData("Teams is down, can I message a pupil on WhatsApp?", "A teacher messages a pupil on WhatsApp.")]
    [InlineData("my school phone is broken, can I call a parent from my own phone?", "A teacher calls a parent on a personal device.")]
    [InlineData("can I message a parent on WhatsApp instead of school email?", "A teacher messages a parent on WhatsApp.")]
    [InlineData("my school email isn't working, can I message a parent from my gmail?", "A teacher messages a parent by personal email.")]
    [InlineData("can I post a photo of the sports teams on the school instagram?", "A teacher posts content on an official account on Instagram.")]
    [InlineData("can I post a photo of the football team on Facebook?", "A teacher posts content on Facebook.")]
    [InlineData("I never use WhatsApp, can I message a parent on Facebook?", "A teacher messages a parent on Facebook.")]
    [InlineData("can I message a pupil on Teams?", "A teacher messages a pupil through a learning platform.")]
    public void Understand_TheChannelThatIsMeant_IsHeard_AndNoOther(string question, string understood) => Understand(question).Understood.ShouldBe(understood);

    [Theory]
    [InlineData("may I post about the mock exam results on Facebook?", "A teacher posts content on Facebook.")]
    [InlineData("may I mock a pupil in a post on Facebook?", null)]
    [InlineData("can I give a pupil a lift home?", null)]
    [InlineData("can I give a lift to a pupil in my car?", null)]
    [InlineData("can I take photos of the children on my phone?", null)]
    [InlineData("can I use my own phone to take pictures of a pupil?", null)]
    [InlineData("can I film the school play and put it on Facebook?", "A teacher posts content that shows a pupil on Facebook.")]
    [InlineData("can I take a photo of my class and put it on the school Facebook page?", "A teacher posts content that shows a pupil on an official account on Facebook.")]
    [InlineData("can I put pictures of the trip on Instagram?", "A teacher posts content on Instagram.")]
    [InlineData("can the form tutor message a parent?", "A teacher messages a parent.")]
    [InlineData("can a tutor message a parent?", "A teacher messages a parent.")]
    [InlineData("can I message my tutor group on WhatsApp?", "A teacher messages a pupil on WhatsApp.")]
    public void Understand_ATurnOfPhrase_IsNotTakenForItsWords(string question, string? understood) => Understand(question).Understood.ShouldBe(understood);

    [Theory]
    [InlineData("A year 10 pupil keeps messaging me", "A teacher receives contact from a pupil.")]
    [InlineData("Can I have pupils as followers on my personal Twitter?", "A teacher accepts a connection request from a pupil on X.")]
    [InlineData("Can I join the class WhatsApp group that parents set up?", "A teacher converses with a parent on WhatsApp.")]
    [InlineData("Can I create a WhatsApp group for my year 12 students?", "A teacher converses with a pupil on WhatsApp.")]
    [InlineData("Can I be in a parents' group on Facebook?", "A teacher converses with a parent on Facebook.")]
    [InlineData("Can I write about a funny thing a pupil said?", "A teacher posts content about a pupil.")]
    [InlineData("Can I post on Facebook that I had a bad day at work?", "A teacher posts content on Facebook.")]
    [InlineData("My niece is at the school, can I follow her?", "A teacher follows a pupil or a relative.")]
    [InlineData("Can I play Fortnite with a pupil?", "A teacher contacts a pupil.")]
    [InlineData("Can I use ChatGPT to write reports?", "A teacher uses a tool.")]
    [InlineData("Can I give my mobile number to pupils on a school trip?", "A teacher discloses content that contains personal information to a pupil.")]
    [InlineData("Can I use Snapchat?", "A teacher uses social media on Snapchat.")]
    [InlineData("Can I go on Facebook on the school computer?", "A teacher uses social media on Facebook on a Trust device.")]
    public void Understand_WhatTeachersAskEveryDay_IsHeard(string question, string understood) => Understand(question).Understood.ShouldBe(understood);

    [Fact]
    public void Understand_ATutorWhereThePolicySpeaksOfTrainers_IsATrainer() =>
        Understand("can a tutor message a parent?", "trainer", "balance-and-build-support.md").Understood.ShouldBe("A trainer messages a parent.");

    [Fact]
    public void Understand_WhatIsNotAboutThePolicy_IsSaidToBeElsewhere() =>
        Understand("can I give a pupil a lift home?").Elsewhere.ShouldBe(["give a lift"]);

    [Theory]
    [InlineData("may I post a photo of my class? not all parents have signed", "parent consent")]
    [InlineData("may I post a photo of my class if two of the parents haven't signed the form yet?", "parent consent")]
    [InlineData("two of the parents have signed. may I post a photo of my class?", "parent consent")]
    [InlineData("most parents have signed, may I post a photo of my class?", "parent consent")]
    [InlineData("can I post a photo of the class, we have consent for all but one", "consent")]
    [InlineData("can I post a photo of the class, we have consent for most of them", "consent")]
    public void Understand_ConsentOfSome_IsNotHeld_AndTheirParentsAreNotSpokenOf(string question, string permission)
    {
        var situation = Understand(question).Situation;

        var facet = situation.Lexicon.Facets.Single(facet => facet.Id == permission.Replace(' ', '-'));
        situation[facet].ShouldBe(facet.Silence);
        situation[situation.Lexicon.About].ShouldBe(situation.Lexicon.About.All);
    }

    [Theory]
    [InlineData("a teacher followed my daughter on Instagram", "A teacher followed a pupil on Instagram.")]
    [InlineData("a teacher messaged my son on Snapchat", "A teacher messaged a pupil on Snapchat.")]
    [InlineData("my son's teacher added him on Facebook", "A teacher requested a connection with a pupil on Facebook.")]
    [InlineData("can a teacher message my daughter on WhatsApp?", "A teacher messages a pupil on WhatsApp.")]
    [InlineData("may I post a photo of my daughter on Facebook?", "A parent posts content on Facebook of their own child.")]
    public void Understand_WhatAnotherDoesToTheAskersChild_IsDoneToAPupil(string question, string understood) => Understand(question, "parent").Understood.ShouldBe(understood);

    [Theory]
    [InlineData("a colleague is messaging a pupil on Snapchat at night", "Staff message a pupil on Snapchat.")]
    [InlineData("I saw a colleague messaging a pupil on Snapchat", "Staff message a pupil on Snapchat.")]
    [InlineData("I noticed that a teacher follows pupils on Instagram", "A teacher follows a pupil on Instagram.")]
    public void Understand_WhatAColleagueWasSeenToDo_IsWhatTheyDo(string question, string understood) => Understand(question).Understood.ShouldBe(understood);

    [Theory]
    [InlineData("a pupil has a crush on me", "A teacher suspects an inappropriate relationship about a pupil.")]
    [InlineData("what do I do if a parent threatens me on Facebook?", "A teacher encounters content that is threatening on Facebook.")]
    [InlineData("can I message a parent who threatened me on Facebook?", "A teacher messages content that is threatening to a parent on Facebook.")]
    [InlineData("I posted a pupil's home address on X by mistake", "A teacher posted content that contains personal information about a pupil on X.")]
    [InlineData("can I post a pupil's name on the school Twitter?", "A teacher posts content that names a pupil on an official account on X.")]
    [InlineData("a parent made an allegation about a colleague", "A teacher receives an allegation from a parent about staff.")]
    public void Understand_WhomItIsAbout_IsNotTakenForWhoDoesItOrWhomItIsSentTo(string question, string understood) => Understand(question).Understood.ShouldBe(understood);

    [Theory]
    [InlineData("a pupil told me that the headteacher touched her", "A teacher receives an allegation with content that raises a safeguarding concern about the headteacher.")]
    [InlineData("can I email a parent from school email?", "A teacher emails a parent by school email.")]
    [InlineData("I saw something on Snapchat", "A teacher encountered content on Snapchat.")]
    [InlineData("can I send confidential information to a journalist?", "A teacher messages confidential information to a member of the public.")]
    [InlineData("a parent sent me an abusive message on Facebook", "A teacher received contact with content that is offensive from a parent on Facebook.")]
    [InlineData("can I use social media on my own phone?", "A teacher uses social media on a personal device.")]
    public void Understand_WhatWasHeard_IsSaidInEnglish(string question, string understood) => Understand(question).Understood.ShouldBe(understood);

    private static UnderstoodQuestion Understand(string question, string asker = "teacher", string name = "beam-trust.md")
    {
        var policy = SamplePolicy.Shipped(name);
        return new Listener(policy).Understand(question, policy.Lexicon.FindConcept(policy.Lexicon.Actor, asker));
    }
}
