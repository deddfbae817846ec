using Lanyard.Policy.Compilation;
using Lanyard.Workflows.Policies;
using Shouldly;

namespace Lanyard.Workflows.Tests.Policies;

public sealed class PolicyCaseTests
{
    private static readonly DateOnly Today = new(2026, 9, 7);

    [Fact]
    public void Ratify_WhenAnExampleComesOutOtherwise_IsRefused_AndSaysHowMany()
    {
        var outcome = Ratify("→ permitted by 1");

        outcome.Events.ShouldBeEmpty();
        outcome.Refusals.Select(refusal => refusal.Text).ShouldBe(
            ["1 of the examples in the text comes out otherwise than the text says, so it cannot be ratified. Put the rule or the example right in the editor first."]);
    }

    [Fact]
    public void Ratify_WhenEveryExampleComesOutAsTheTextSays_IsRecordedForThatTextOnly()
    {
        var ratified = Ratify("→ prohibited by 1").Events.ShouldHaveSingleItem().ShouldBeOfType<PolicyRatified>();

        ratified.Hash.ShouldBe("h1");
        Ratify("→ prohibited by 1", hash: "another").Refusals.ShouldHaveSingleItem().Text.ShouldContain("has changed since you opened this page");
    }

    private static Outcome Ratify(string expectation, string hash = "h1")
    {
        var text = $"---\npolicy: P\norganisation: O\nversion: \"1\"\n---\n\n## 1 Contact\n\nNo messages.\n\n```policy\nStaff must not message a student.\n```\n\n```scenario\nA teacher messages a student.\n{expectation}\n```\n";
        var policy = CompiledPolicy.Compile("policy.md", text).Policy.ShouldNotBeNull();
        var file = new PolicyFile(new(Guid.CreateVersion7()), "P", School: null, new("h1", DateTimeOffset.UnixEpoch, Consultation: null, Ratification: null), [], []);
        return PolicyCase.Ratify(file, policy, hash, "governing body", "item 7", Today, "", Today);
    }
}
