using System.Text.RegularExpressions;
using System.Xml.Linq;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Architecture.Tests;

public sealed partial class ArchitectureTests
{
    // Data flows down this list, so a project may reference only those above it. To add one is a decision: see docs/decisions.
    private static readonly string[] Flow =
    [
        "Lanyard.Domain", "Lanyard.Import", "Lanyard.Policy", "Lanyard.Decisions", "Lanyard.Workflows", "Lanyard.Records", "Lanyard.Records.Sqlite",
        "Lanyard.Mail", "Lanyard.Accounts", "Lanyard.Web", "Lanyard.Cli",
    ];

    private static readonly string[] Pure = ["Lanyard.Domain", "Lanyard.Policy", "Lanyard.Decisions", "Lanyard.Workflows"];

    // The stages of the compiler, in the order in which a policy passes through them.
    private static readonly string[] Stages = ["Text", "Diagnostics", "Literate", "Syntax", "Binding", "Compilation", "Analysis", "Publishing"];

    [Fact]
    public void ReferencesPointOnlyUpTheFlow()
    {
        var wrong =
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            let name = Path.GetFileNameWithoutExtension(file)
            from reference in XDocument.Load(file).Descendants("ProjectReference")
            let other = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)
            where Array.IndexOf(Flow, name) <= Array.IndexOf(Flow, other)
            select $"{name} must not reference {other}";

        wrong.ShouldBeEmpty();
    }

    // One that is missing is built by the solution in another configuration, so that the tests run what nobody ships.
    [Fact]
    public void EveryProject_IsInTheSolution()
    {
        string[] folders = ["src", "tests", "bench"];
        var listed = XDocument.Load(Path.Combine(Repository.Root, "Lanyard.slnx")).Descendants("Project")
            .Select(project => project.Attribute("Path")!.Value);
        var present = folders
            .SelectMany(folder => Directory.EnumerateFiles(
                Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));

        present.ShouldBe(listed, ignoreOrder: true);
    }

    [Fact]
    public void Mail_UsesNothingOfOurs() =>
        XDocument.Load(Path.Combine(Repository.Root, "src/Lanyard.Mail/Lanyard.Mail.csproj")).Descendants("ProjectReference").ShouldBeEmpty();

    [Fact]
    public void Stages_LookOnlyAtThoseBeforeThem()
    {
        var wrong =
            from stage in Stages
            from file in Repository.SourceFiles($"src/Lanyard.Policy/{stage}")
            from used in UsedStage().Matches(File.ReadAllText(file)).Select(match => match.Groups["stage"].Value)
            where Stages.Contains(used) && Array.IndexOf(Stages, used) > Array.IndexOf(Stages, stage)
            select $"{Path.GetFileName(file)} in {stage} must not use {used}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void PureProjects_TouchNoFilesClockOrNetwork() =>
        Pure.SelectMany(project => Repository.SourceFiles($"src/{project}"))
            .Where(file => Impure().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetFileName(file))
            .ShouldBeEmpty();

    [Fact]
    public void NoFileIsLongerThanFourHundredLines() =>
        Repository.SourceFiles("src").Concat(Repository.SourceFiles("tests").Where(file => !file.Contains("artifacts")))
            .Where(file => File.ReadLines(file).Count() > 400)
            .ShouldBeEmpty();

    [Fact]
    public void NoCode_NamesAnOrganisation() =>
        Repository.SourceFiles("src").Where(file => Organisation().IsMatch(File.ReadAllText(file))).Select(file => Path.GetFileName(file)).ShouldBeEmpty();

    [Fact]
    public void PathsInTheDocumentation_Exist()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"));
        var missing =
            from page in pages
            from link in Link().Matches(File.ReadAllText(page)).Select(match => match.Groups["path"].Value)
            let target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, link))
            where !File.Exists(target) && !Directory.Exists(target)
            select $"{Path.GetRelativePath(Repository.Root, page)} links to {link}";

        missing.ShouldBeEmpty();
    }

    [GeneratedRegex(@"Lanyard\.Policy\.(?<stage>[A-Z]\w+)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex UsedStage();

    [GeneratedRegex(@"\b(?:File\.(?:Read|Write|Open)|Directory\.|HttpClient|Process\.Start|TimeProvider|Console\.|Random\()", RegexOptions.None, 2000)]
    private static partial Regex Impure();

    [GeneratedRegex("Beam Trust|BCTG|Balance and Build|Sandbank", RegexOptions.None, 2000)]
    private static partial Regex Organisation();

    [GeneratedRegex(@"\]\((?<path>(?!https?:|#)[^)#\s]+)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Link();
}
