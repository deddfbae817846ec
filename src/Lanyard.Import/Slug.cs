namespace Lanyard.Import;

/// <summary>A short name for a heading that has no number.</summary>
internal static class Slug
{
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "the",
        "of",
        "a",
        "an",
        "policy",
        "policies",
        "our",
        "and",
        "for",
        "to",
        "in",
        "on",
        "this",
        "statement",
        "general",
        "your",
    };

    /// <summary>The first telling word of a heading, in lower case.</summary>
    public static string Of(string heading)
    {
        var words = heading
            .ToLowerInvariant()
            .Split([' ', '/', '(', ')', ',', '&', '-', '–', ':', '*', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => new string([.. word.Where(char.IsLetterOrDigit)]))
            .Where(word => word.Length > 0)
            .ToList();
        return words.Find(word => !Small.Contains(word)) ?? (words.Count > 0 ? words[0] : "part");
    }

    /// <summary>The name of one thing out of several: "principles" becomes "principle".</summary>
    public static string Singular(string slug) =>
        slug switch
        {
            [.., 'i', 'e', 's'] when slug.Length > 4 => $"{slug[..^3]}y",
            [.., 'c' or 's', 'h', 'e', 's'] or [.., 's', 's', 'e', 's'] => slug[..^2],
            [.., not 's', 's'] when slug.Length > 4 => slug[..^1],
            _ => slug,
        };
}
