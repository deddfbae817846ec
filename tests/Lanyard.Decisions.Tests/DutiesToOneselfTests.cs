using Lanyard.Policy.Compilation;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Decisions.Tests;

/// <summary>Nobody reports to themselves, and only what must decide is said to.</summary>
public sealed class DutiesToOneselfTests
{
    private const string ToTheLead =
        "When adults encounter content that is hurtful, they must report it to the designated safeguarding lead immediately.";

    [Fact]
    public void Decide_WhenTheRecipientHasTheDuty_NamesTheNextOneUpWhomThePolicyNames()
    {
        var duty = Duty(ToTheLead, "When a teacher encounters content that is offensive, they must report it to the headteacher.");

        duty.Recipients.ShouldBe(["headteacher"]);
        duty.Text.ShouldBe("report it to the headteacher immediately");
    }

    [Fact]
    public void Decide_WhenSeveralAreNamed_LeavesOutTheOneWhoHasTheDuty() =>
        Duty(ToTheLead.Replace("to the", "to the headteacher or the", StringComparison.Ordinal))
            .Recipients.ShouldBe(["headteacher"]);

    [Fact]
    public void Decide_WhenNobodyElseIsNamed_SaysThatTheyHoldTheRoleThemselves() =>
        Duty(ToTheLead).Text
            .ShouldBe("act on it immediately: they hold the role of designated safeguarding lead themselves");

    [Fact]
    public void Decide_WhenAnotherHasTheDuty_LeavesItAsItIs()
    {
        var policy = SamplePolicy.Of(ToTheLead);

        new Decider(policy).Decide(SamplePolicy.Told(policy,
            "A teacher encounters content that is hurtful.")).Duties.ShouldHaveSingleItem().Text.ShouldBe(
                "report it to the designated safeguarding lead immediately");
    }

    [Fact]
    public void Decide_WhenCasesDecideTogether_NamesAsDecidingOnlyWhatCannotBeSpared()
    {
        var policy = SamplePolicy.Of(
            "Staff must not message a student on a personal device.",
            "Staff must not message a student on an organisation device.",
            "Staff must not message content that is hateful to a student.");

        var decision = new Decider(policy).Decide(SamplePolicy.Told(policy, "A teacher messages a student."));

        decision.Verdict.ShouldBe(Verdict.Prohibited);
        decision.Because.Where(reason => reason.Part == ReasonPart.Decides).Select(reason => reason.Text).ShouldBe(
            ["Staff must not message a student on a personal device.",
                "Staff must not message a student on an organisation device."], ignoreOrder: true);
        decision.Because.Where(reason => reason.Part == ReasonPart.MayHold).ShouldHaveSingleItem().Text
            .ShouldContain("hateful");
    }

    private static ArisingDuty Duty(params string[] statements)
    {
        var policy = SamplePolicy.Of(statements);
        var told = SamplePolicy.Told(
            policy, "The designated safeguarding lead encounters content that is hurtful and is not offensive.");
        return new Decider(policy).Decide(told).Duties.Single(duty => duty.IsCertain);
    }
}
