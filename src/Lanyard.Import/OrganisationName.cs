using System.Text.RegularExpressions;

namespace Lanyard.Import;

/// <summary>Tells the name of a school or a trust where a document says it plainly.</summary>
internal static partial class OrganisationName
{
    /// <summary>The name that a line of the cover is, such as "Ashfield Primary School"; <see langword="null"/> if it
    /// is none.</summary>
    public static string? Of(string line) => Name().Match(line.Trim()) is { Success: true } name ? name.Value : null;

    /// <summary>The name in "Ratified by the Ashfield Trust"; <see langword="null"/> if there is none.</summary>
    public static string? InRatification(string action) =>
        Ratification().Match(action.Trim()) is { Success: true } ratification
            ? Of(ratification.Groups["by"].Value)
            : null;

    /// <summary>The name with which a title begins, such as "Ashfield School Social Media Policy"; <see
    /// langword="null"/> if it begins otherwise.</summary>
    public static string? AtTheStartOf(string title) =>
        Start().Match(title.Trim()) is { Success: true } start ? Of(start.Groups["name"].Value) : null;

    // At least one word of its own, each with a capital, and last what kind of place it is and where.
    [GeneratedRegex(
        @"^(?!(?:The|Our|Your|This|Whole|Every|Each|Any|All)\s)(?:(?:[A-Z][\w'’.-]*|and|of|the|&|"
            + @"with)\s){1,8}(?:[Ss]chools?|Academ(?:y|ies)|College|Trust|Federation|Nursery|Pre-?[Ss]chool|"
            + @"Playgroup|Kindergarten|Children['’]s Centre|Primary|Infants|"
            + @"Juniors)(?:,\s[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)?(?:\s\([\w\s&'’-]{2,30}\))?$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Name();

    [GeneratedRegex(
        @"^(?<name>(?:[A-Z][\w'’.-]*\s|and\s|of\s|the\s|&\s){1,8}(?:School|Academy|College|Trust|Federation|Nursery|"
            + @"Pre-?[Ss]chool))[\s:–-]+(?=[A-Z]).*\b(?:[Pp]olicy|POLICY|Code|Guidelines?)\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Start();

    [GeneratedRegex(
        @"^(?:Ratified|Approved|Adopted) by (?:the )?(?<by>.+?)\.?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Ratification();
}
