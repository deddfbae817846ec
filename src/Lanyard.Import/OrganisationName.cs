using System.Text.RegularExpressions;

namespace Lanyard.Import;

/// <summary>Tells the name of a school or a trust where a document says it plainly.</summary>
internal static partial class OrganisationName
{
    /// <summary>The name that a line of the cover is, such as "Ashfield Primary School"; <see langword="null"/> if it is none.</summary>
    public static string? Of(string line) => Name().Match(line.Trim()) is { Success: true } name ? name.Value : null;

    /// <summary>The name in "Ratified by the Ashfield Trust"; <see langword="null"/> if there is none.</summary>
    public static string? InRatification(string action) =>
        Ratification().Match(action.Trim()) is { Success: true } ratification ? Of(ratification.Groups["by"].Value) : null;

    // At least one word of its own, each with a capital, and last what kind of place it is.
    [GeneratedRegex(@"^(?!(?:The|Our|Your|This)\s)(?:(?:[A-Z][\w'’.-]*|and|of|the|&)\s){1,7}(?:Schools?|Academ(?:y|ies)|College|Trust|Federation|Nursery)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?:Ratified|Approved|Adopted) by (?:the )?(?<by>.+?)\.?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Ratification();
}
