using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Lanyard.Policy.Publishing;

namespace Lanyard.Web.Features.Help;

/// <summary>The pages of the reference that ship within the program: the language, its words, and what each diagnostic means.</summary>
public static partial class HelpPages
{
    private const string Prefix = "help/";

    // The language first, for everything else is about it.
    private static readonly ImmutableSortedDictionary<string, string> Texts = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToImmutableSortedDictionary(name => name[Prefix.Length..], Read, Comparer<string>.Create((one, other) => (Rank(one), one).CompareTo((Rank(other), other))));

    /// <summary>Their names and titles.</summary>
    public static IEnumerable<(string Name, string Title)> All => Texts.Select(page => (page.Key, Title(page.Value)));

    /// <summary>A page by its name, as HTML that is safe to show; <see langword="null"/> if there is none.</summary>
    public static (string Title, string Html)? Find(string name) =>
        Texts.TryGetValue(name, out var text) ? (Title(text), SafeMarkdown.ToHtml(Link().Replace(text, "](/help/${page})"))) : null;

    private static int Rank(string name) => name switch { "language" => 0, "glossary" => 1, _ => 2 };

    private static string Title(string text) => text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal)).TrimStart('#').Trim().ToString();

    private static string Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!; // its name came from the same list
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\]\((?:diagnostics/)?(?<page>[A-Za-z0-9]+)\.md\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();
}
