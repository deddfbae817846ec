using Lanyard.Decisions.Understanding;
using Lanyard.Policy.Compilation;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Decisions.Tests.Understanding;

/// <summary>What a frightened child writes, in a hurry and as they spell: it must be heard as something that happened to them.</summary>
public sealed class FrightenedChildrenTests
{
    private static readonly Lazy<CompiledPolicy> Model = new(() => SamplePolicy.Shipped("model-policy.md"));

    [Theory]
    [InlineData("A man online wants me to send naked pics")]
    [InlineData("someone made a fake account of me and is calling me a slag")]
    [InlineData("my dad hits me when I post")]
    [InlineData("my dad hits me when I post, can I still post?")]
    [InlineData("sum1 keeps sending me dick pics")]
    [InlineData("a boy says he will leak my nudes if i dont send more")]
    [InlineData("this guy im talking to online wants to meet me and told me not to tell anyone")]
    [InlineData("ppl in my class made a group chat to slag me off")]
    [InlineData("everyone is being horrible to me on snap and i dont want to come to school")]
    [InlineData("a older man keeps dming me and asking for pics")]
    [InlineData("hes blackmailing me with a photo of me")]
    [InlineData("i sent a pic of me to a boy and now hes sharing it")]
    [InlineData("my uncle touches me and says not to tell")]
    [InlineData("they keep telling me to kys in the gc")]
    [InlineData("im scared my teacher wont stop texting me")]
    [InlineData("my friend is cutting herself and posting it on her private story")]
    [InlineData("i dont want to be alive anymore")]
    [InlineData("someone hacked my insta and is posting nasty things about me")]
    [InlineData("my mum doesnt know but a man is asking me for nudes")]
    [InlineData("my coach keeps asking me for pics in my underwear")]
    [InlineData("i sent noods to my bf and he sent it to everyone")]
    [InlineData("my step dad hit me cos of what i put on tiktok")]
    [InlineData("every1 is laughing at me bc of a vid")]
    [InlineData("hes threatning to send my nudes to my mum")]
    public void Understand_WhatAFrightenedChildWrites_IsADisclosure(string told)
    {
        var understood = Understand(told);

        understood.Understood.ShouldNotBeNull().ShouldStartWith("A student encounter");
        Disclosure.IsIn(understood.Situation).ShouldBeTrue();
        new Decider(Model.Value).Decide(understood.Situation).Verdict.ShouldBe(Verdict.NotCovered);
    }

    [Theory]
    [InlineData("A man online wants me to send naked pics")]
    [InlineData("my dad hits me when I post")]
    [InlineData("they keep telling me to kys in the gc")]
    [InlineData("hes threatning to send my nudes to my mum")]
    public void Understand_WhatAFrightenedChildWrites_ReachesTheDutyToTell(string told) =>
        new Decider(Model.Value).Decide(Understand(told).Situation).Duties.ShouldContain(duty => duty.IsCertain && duty.Text.Contains("trusted adult", StringComparison.Ordinal));

    [Theory]
    [InlineData("can I post a photo of my friends on TikTok?")]
    [InlineData("can I message my friend on Snapchat?")]
    [InlineData("can I follow my teacher on Instagram?")]
    [InlineData("can I send a nude to my boyfriend?")]
    [InlineData("can I post about my mock exam?")]
    public void Understand_WhatAChildAsksLeaveFor_IsNoDisclosure(string question)
    {
        var understood = Understand(question);

        understood.Understood.ShouldNotBeNull();
        Disclosure.IsIn(understood.Situation).ShouldBeFalse();
    }

    [Theory]
    [InlineData("I'm scared my post was unprofessional. Can I share it on Facebook?", "A teacher shares content on Facebook.")]
    [InlineData("a parent wants to meet me, can I message her on WhatsApp?", "A teacher messages a parent on WhatsApp.")]
    [InlineData("can I ask parents for pictures of the trip? I would message them on WhatsApp", "A teacher messages")]
    public void Understand_WhatOnlyAChildWouldMeanByIt_IsNotHeardOfAnAdult(string question, string understood) =>
        new Listener(Model.Value).Understand(question, Model.Value.Lexicon.FindConcept(Model.Value.Lexicon.Actor, "teacher")).Understood.ShouldNotBeNull().ShouldStartWith(understood);

    private static UnderstoodQuestion Understand(string told) =>
        new Listener(Model.Value).Understand(told, Model.Value.Lexicon.FindConcept(Model.Value.Lexicon.Actor, "student"));
}
