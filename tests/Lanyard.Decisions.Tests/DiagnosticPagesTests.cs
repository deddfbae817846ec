using Lanyard.Decisions.Situations;
using Lanyard.Policy.Analysis;
using Lanyard.Policy.Diagnostics;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Decisions.Tests;

public sealed class DiagnosticPagesTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "reference", "diagnostics");

    public static TheoryData<string> Codes => [.. Directory.EnumerateFiles(Folder, "LAN*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Page_ShowsTheWholeMessage_AndHowToPutItRight(string code)
    {
        var blocks = MarkdownPage.Read("docs", "reference", "diagnostics", $"{code}.md").Blocks;
        var (wrong, message, right) = (blocks[0], blocks[1].Content.TrimEnd('\n'), blocks[2]);
        Check(wrong).Where(diagnostic => diagnostic.Code == code).Select(DiagnosticText.Render).ShouldContain(message);
        Check(right).ShouldBeEmpty();
    }

    [Fact]
    public void EveryDiagnostic_HasItsPage()
    {
        var codes = Repository.SourceFiles("src/Lanyard.Policy/Diagnostics")
            .Select(path => File.ReadAllText(path).Split("Code => \""))
            .Where(parts => parts.Length == 2)
            .Select(parts => parts[1][..7]);

        codes.Order(StringComparer.Ordinal).ShouldBe([.. Codes.Select(row => row.Data)]);
    }

    private static IReadOnlyList<Diagnostic> Check((string Info, string Content) example) => example.Info == "json"
        ? SituationReader.Read(SamplePolicy.Of("Staff must not message a student."), example.Content.Trim(), SamplePolicy.Today).Problems
        : Linter.Check(SamplePolicy.Compile(example.Content), SamplePolicy.Today);
}
