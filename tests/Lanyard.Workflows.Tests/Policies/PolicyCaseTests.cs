using Lanyard.Policy.Compilation;
using Lanyard.Workflows.Policies;
using Shouldly;

namespace Lanyard.Workflows.Tests.Policies;

public sealed class PolicyCaseTests
{
    private static readonly DateOnly Today = new(2026, 9, 7);
    private static readonly DateOnly Written = new(2026, 9, 1);

    [Fact]
    public void Ratify_WhenAnExampleComesOutOtherwise_IsRefused_AndSaysHowMany()
    {
        var outcome = Ratify("→ permitted by 1");

        outcome.Events.ShouldBeEmpty();
        outcome.Refusals.Select(refusal => refusal.Text).ShouldBe(
            ["1 of the examples in the text comes out otherwise than the text says, so it cannot be ratified. Put the rule or the example right in the editor first."]);
    }

    [Theory]
    [InlineData("14 May\u202E2026")]
    [InlineData("item\u00007")]
    public void MeetCondition_InWordsThatShowSomethingElse_IsRefused(string words)
    {
        var refusals = PolicyCase.MeetCondition(Drafted, words).Refusals;

        refusals.Single(refusal => refusal.Field == "How").Text.ShouldContain("cannot be seen");
        PolicyCase.MeetCondition(Drafted, "Fine \U0001F600,\r\n\tcafé").Refusals.ShouldNotContain(refusal => refusal.Field == "How");
    }

    [Fact]
    public void Ratify_WhenEveryExampleComesOutAsTheTextSays_IsRecordedForThatTextOnly()
    {
        var ratified = Ratify("→ prohibited by 1").Events.ShouldHaveSingleItem().ShouldBeOfType<PolicyRatified>();

        ratified.Hash.ShouldBe("h1");
        Ratify("→ prohibited by 1", hash: "another").Refusals.ShouldHaveSingleItem().Text.ShouldContain("has changed since you opened this page");
    }

    [Fact]
    public void Ratify_WhenTheMeetingWasBeforeTheTextWasWritten_AsksForConfirmation()
    {
        Ratify("→ prohibited by 1", on: Written).Events.ShouldHaveSingleItem().ShouldBeOfType<PolicyRatified>().IsOnPaper.ShouldBeFalse();
        var refusal = Ratify("→ prohibited by 1", on: Written.AddDays(-1)).Refusals.ShouldHaveSingleItem();
        (refusal.Field, refusal.Text).ShouldBe(("IsOnPaper", "This text was written into Lanyard on 1 September 2026, after that meeting. Correct the date, or confirm that the policy was approved on paper before"));

        Ratify("→ prohibited by 1", on: Written.AddDays(-1), isOnPaper: true).Events.ShouldHaveSingleItem().ShouldBeOfType<PolicyRatified>().IsOnPaper.ShouldBeTrue();
        Ratify("→ prohibited by 1", on: Today, isOnPaper: true).Events.ShouldHaveSingleItem().ShouldBeOfType<PolicyRatified>().IsOnPaper.ShouldBeFalse(); // there is nothing to confirm
        Ratify("→ prohibited by 1", on: Today.AddDays(1), isOnPaper: true).Refusals.ShouldHaveSingleItem().Field.ShouldBe("On");
    }

    [Fact]
    public void OpenConsultation_WhenAnExampleComesOutOtherwise_IsRefused()
    {
        var outcome = PolicyCase.OpenConsultation(Drafted, Compiled("→ permitted by 1"), ["staff"], Today.AddDays(14), Today);

        outcome.Refusals.ShouldHaveSingleItem().Text.ShouldBe("1 of the examples in the text comes out otherwise than the text says, so it cannot be put to people. Put the rule or the example right in the editor first.");
        PolicyCase.OpenConsultation(Drafted, Compiled("→ prohibited by 1"), ["staff"], Today.AddDays(14), Today).Events.ShouldHaveSingleItem();
        PolicyCase.OpenConsultation(Drafted, policy: null, ["staff"], Today.AddDays(14), Today).Refusals.ShouldHaveSingleItem().Text.ShouldStartWith("The text has errors");
    }

    [Fact]
    public void CorrectRatification_KeepsWhatWasEnteredBefore_WithTheReason()
    {
        var ratified = Drafted with { Draft = Drafted.Draft! with { Ratification = new("governing body", "item 7", Today, Condition: null, HowMet: null) { Written = Written } } };

        Correct(ratified, "item 7", Today, "wrong").Refusals.ShouldHaveSingleItem().Text.ShouldContain("what the record says already");
        Correct(ratified, "item 8", Today, " ").Refusals.ShouldHaveSingleItem().Field.ShouldBe("Reason");
        Correct(ratified, "item 8", Today.AddDays(1), "wrong").Refusals.ShouldHaveSingleItem().Field.ShouldBe("On");
        Correct(ratified, "item 8", Written.AddDays(-1), "wrong").Refusals.ShouldHaveSingleItem().Field.ShouldBe("IsOnPaper");
        Correct(Drafted, "item 8", Today, "wrong").Refusals.ShouldHaveSingleItem().Text.ShouldBe("This text has not been ratified.");

        var corrected = Correct(ratified, "item 8", Today.AddDays(-1), "wrong meeting").Events.ShouldHaveSingleItem();
        var row = (PolicyFile)((IRegister)new PolicyFileRegister()).After(ratified, new(corrected, By: null, Now, Now, 2))!; // a correction removes no row
        row.Draft!.Ratification.ShouldNotBeNull();
        (row.Draft.Ratification.Minute, row.Draft.Ratification.On).ShouldBe(("item 8", Today.AddDays(-1)));
        row.Draft.Ratification.Corrections.ShouldBe([new("item 7", Today, Today, "wrong meeting")]);
    }

    private static readonly DateTimeOffset Now = new(Today, new(12, 0), TimeSpan.Zero);

    private static PolicyFile Drafted => new(new(Guid.CreateVersion7()), "P", School: null, new("h1", new(Written, default, TimeSpan.Zero), Consultation: null, Ratification: null), [], []);

    private static Outcome Correct(PolicyFile file, string minute, DateOnly on, string reason) =>
        PolicyCase.CorrectRatification(file, new("h1", "governing body", minute, on, "", IsOnPaper: false), reason, Today);

    private static Outcome Ratify(string expectation, string hash = "h1", DateOnly? on = null, bool isOnPaper = false) =>
        PolicyCase.Ratify(Drafted, Compiled(expectation), new(hash, "governing body", "item 7", on ?? Today, "", isOnPaper), Today);

    private static CompiledPolicy Compiled(string expectation) =>
        CompiledPolicy.Compile("policy.md", $"---\npolicy: P\norganisation: O\nversion: \"1\"\n---\n\n## 1 Contact\n\nNo messages.\n\n```policy\nStaff must not message a student.\n```\n\n```scenario\nA teacher messages a student.\n{expectation}\n```\n").Policy.ShouldNotBeNull();
}
