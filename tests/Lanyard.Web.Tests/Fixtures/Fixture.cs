using System.Text.Json;
using Lanyard.Testing;

namespace Lanyard.Web.Tests.Fixtures;

/// <summary>What GOV.UK Frontend itself makes of some options. It is read from the package that the build restores.</summary>
/// <param name="Component">The component.</param>
/// <param name="Name">Its name within the component.</param>
/// <param name="Options">What the component was asked for.</param>
/// <param name="Html">What it made.</param>
public sealed record Fixture(string Component, string Name, JsonElement Options, string Html)
{
    private static readonly string Package = Path.Combine(Repository.Root, "src", "Lanyard.Web", "Assets", "node_modules", "govuk-frontend", "dist", "govuk");
    private static readonly string Folder = Path.Combine(Package, "components");

    /// <summary>The components that there are.</summary>
    public static IReadOnlyList<string> Components { get; } =
        [.. Directory.EnumerateDirectories(Folder).Where(folder => File.Exists(Path.Combine(folder, "fixtures.json"))).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    /// <summary>The style sheet of all components.</summary>
    public static string Styles() => File.ReadAllText(Path.Combine(Package, "govuk-frontend.min.css"));

    /// <summary>The fixtures of a component.</summary>
    public static IReadOnlyList<Fixture> Of(string component)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, component, "fixtures.json")));
        return
        [
            .. document.RootElement.GetProperty("fixtures").EnumerateArray().Select(fixture =>
                new Fixture(component, fixture.GetProperty("name").GetString()!, fixture.GetProperty("options").Clone(), fixture.GetProperty("html").GetString()!)), // each has both
        ];
    }
}
