using System.Text.RegularExpressions;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Architecture.Tests;

/// <summary>The page on security says only what is so.</summary>
public sealed partial class SecurityPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "SECURITY.md"));

    [Fact]
    public void EveryTestThatIsNamed_Exists()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs",
            SearchOption.AllDirectories)
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText, StringComparer.Ordinal);
        var named = Named().Matches(Page)
            .Select(match => (Class: match.Groups["class"].Value, Method: match.Groups["method"].Value)).ToList();

        named.Count.ShouldBeGreaterThan(100);
        named.Where(test =>
            !sources[test.Class].Any(text => text.Contains($" {test.Method}(", StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void EveryPoint_IsHeld_OrOpenWithItsReason_OrNotHere()
    {
        var points = Point().Matches(Page)
            .Select(match => (Number: match.Groups["number"].Value, State: match.Groups["state"].Value)).ToList();

        points.Count.ShouldBeGreaterThan(230);
        points.Select(point => point.Number).ShouldBeUnique();
        points.Where(point => !State().IsMatch(point.State)).ShouldBeEmpty();
    }

    [GeneratedRegex("`(?<class>[A-Za-z]+(Tests|Compliance))\\.(?<method>\\w+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^\| (?<number>\d+\.\d+\.\d+) \| [^|]+ \| (?<state>[^|]+) \|$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Point();

    // A test, a page of the documentation, an open point with why, or nothing of the kind.
    [GeneratedRegex(@"^(`\w+\.\w+`|open: \S|not here|this page, |`docs/|`RolePermissions`|held |an outside sign-in )",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex State();
}
