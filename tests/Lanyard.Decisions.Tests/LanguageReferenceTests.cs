using Lanyard.Decisions.Scenarios;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Decisions.Tests;

public sealed class LanguageReferenceTests
{
    public static TheoryData<string> Sections =>
        [.. MarkdownPage.Read("docs", "reference", "language.md").Sections().Where(section => section.Page.Blocks.Any(block => block.Info == "policy")).Select(section => section.Heading)];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Examples_OfTheSection_CompileAndPass(string heading)
    {
        var page = MarkdownPage.Read("docs", "reference", "language.md").Sections().First(section => section.Heading == heading).Page;
        var blocks = string.Concat(page.Blocks.Where(block => block.Info is "policy" or "scenario").Select(block => $"\n```{block.Info}\n{block.Content}```\n"));
        var compiled = SamplePolicy.Compile($"---\npolicy: P\norganisation: O\nversion: 1\nreviewed: 2026-02\n---\n\n## {heading}\nProse.\n{blocks}");

        compiled.Diagnostics.ShouldBeEmpty();
        new ScenarioRunner(compiled.Policy!).Run() // it has no diagnostics
            .SelectMany(outcome => outcome.Failures.Select(failure => $"{outcome.Scenario.Text} {failure.Expectation.Where.Text}: {failure.Actual}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void WholeFile_OnThePage_CompilesAndPasses()
    {
        var example = MarkdownPage.Read("docs", "reference", "language.md").Blocks.First(block => block.Info == "markdown").Content;
        var compiled = SamplePolicy.Compile(example);

        compiled.Policy.ShouldNotBeNull();
        new ScenarioRunner(compiled.Policy).Run().ShouldAllBe(outcome => outcome.Passed);
    }
}
