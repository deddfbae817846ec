using Lanyard.Decisions.Scenarios;
using Lanyard.Policy.Analysis;
using Lanyard.Policy.Diagnostics;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Decisions.Tests;

public sealed class ShippedPoliciesTests
{
    public static TheoryData<string> Policies => [.. Repository.Policies];

    [Theory]
    [MemberData(nameof(Policies))]
    public void Scenarios_OfEveryShippedPolicy_Pass(string name) =>
        new ScenarioRunner(SamplePolicy.Shipped(name)).Run()
            .SelectMany(outcome => outcome.Failures.Select(failure => $"{outcome.Scenario.Text} expected {failure.Expectation.Where.Text}, but {failure.Actual}"))
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Policies))]
    public void Coverage_OfEveryShippedPolicy_HasNoGap(string name) =>
        Coverage.Of(SamplePolicy.Shipped(name)).Clauses.SelectMany(clause => clause.Gaps.Select(gap => $"{clause.Id}: {gap}")).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Policies))]
    public void Coverage_FromScenariosThatHaveBeenRun_IsTheSame(string name)
    {
        var policy = SamplePolicy.Shipped(name);
        var outcomes = new ScenarioRunner(policy).Run();

        Coverage.Of(policy, outcomes).Clauses.SelectMany(clause => clause.Statements)
            .ShouldBe(Coverage.Of(policy).Clauses.SelectMany(clause => clause.Statements));
        Coverage.Of(policy, []).Clauses.SelectMany(clause => clause.Gaps).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("balance-and-build-support.md", "LAN0502 LAN0504 LAN0505")]
    [InlineData("bctg.md", "LAN0501 LAN0504 LAN0505 LAN0506")]
    [InlineData("beam-trust.md", "LAN0503 LAN0506 LAN0509 LAN0511")]
    [InlineData("local-governors-school.md", "LAN0501 LAN0504")]
    [InlineData("model-policy.md", "")]
    [InlineData("sandbank-and-valley.md", "LAN0503 LAN0504 LAN0505 LAN0507 LAN0508 LAN0509")]
    public void Check_OfEveryShippedPolicy_FindsTheDefectsOfItsDocumentAndNoErrors(string name, string codes)
    {
        var found = Linter.Check(SamplePolicy.Compile(Repository.Read("policies", name)), SamplePolicy.Today);

        found.Where(diagnostic => diagnostic.Severity == Severity.Error).ShouldBeEmpty();
        string.Join(' ', found.Select(diagnostic => diagnostic.Code).Distinct().Where(code => code != "LAN0510").Order(StringComparer.Ordinal)).ShouldBe(codes);
    }

    [Fact]
    public void Conflicts_OfBeamTrust_AreThoseOfItsDocument()
    {
        var conflicts = ConflictAnalysis.Of(SamplePolicy.Shipped("beam-trust.md")).Conflicts;

        conflicts.ShouldContain(conflict => conflict.Stricter.Clause == "2.3" && conflict.Other.Clause == "3.12");
    }

    [Fact]
    public void Conflicts_OfTheModelPolicy_AreNone()
    {
        var report = ConflictAnalysis.Of(SamplePolicy.Shipped("model-policy.md"));

        report.Conflicts.ShouldBeEmpty();
        report.Idle.ShouldBeEmpty();
    }

    [Fact]
    public void Decide_FormerPupilOnAPersonalAccount_CitesTheClauseOnLeavers()
    {
        var decision = SamplePolicy.Decide(SamplePolicy.Shipped("beam-trust.md"), "A teacher accepts a connection request from a former pupil on a personal account.");

        decision.Clauses.ShouldBe(["3.11"]);
        decision.PolicyHash.ShouldStartWith("sha256:");
    }

    [Fact]
    public void Changes_SayWhatWouldHelp_InThePolicysOwnWords() =>
        SamplePolicy.Decide(
                SamplePolicy.Shipped("beam-trust.md"),
                "A teacher intends to message ordinary content to a parent about nobody "
                + "from a personal account on a personal device where \"the circumstances are exceptional\".")
            .Changes[0].Text.ShouldBe("permitted if the headteacher has approved it beforehand (3.12, 4.10 messaging)");
}
