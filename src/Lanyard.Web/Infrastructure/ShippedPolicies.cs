using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Lanyard.Web.Infrastructure;

/// <summary>The policies that ship with Lanyard, by their names.</summary>
public static partial class ShippedPolicies
{
    private const string Folder = "policies/";

    /// <summary>Every name, such as <c>model-policy</c>.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..]).Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of one; <see langword="null"/> if none has that name.</summary>
    public static string? Find(string name)
    {
        if (!Names.Contains(name))
        {
            return null;
        }

        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name)!); // it is in the list
        return reader.ReadToEnd();
    }

    /// <summary>The text of one as the first draft of an organisation: in its name, with no history but that; the date of the last review stays. <see langword="null"/> if none has that name.</summary>
    public static string? DraftFor(string name, string organisation, DateOnly today) => Find(name) is { } text
        ? Facts().Replace(text, facts => Adapted(facts.Value, organisation, today), 1)
        : null;

    /// <summary>A name as a value of the front matter.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Adapted(string facts, string organisation, DateOnly today)
    {
        var named = Owner().Replace(History().Replace(facts, ""), _ => $"organisation: {Quoted(organisation)}\n");
        return Version().Replace(named, $"version: 1\nhistory:\n  - {{ version: 1, date: {today:yyyy-MM-dd}, action: draft }}\n");
    }

    [GeneratedRegex(@"\A---\n.*?\n---\n", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Facts();

    [GeneratedRegex(@"^organisation: .*\n", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Owner();

    [GeneratedRegex(@"^version: .*\n", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Version();

    [GeneratedRegex(@"^history:\n(?:  - .*\n)+", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex History();
}
