using System.Globalization;
using System.Text.RegularExpressions;

namespace Lanyard.Import;

/// <summary>Reads the dates that documents give of themselves.</summary>
internal static partial class FactDate
{
    private static readonly string[] Forms =
    [
        "MMMM yyyy",
        "MMM yyyy",
        "d MMMM yyyy",
        "d MMM yyyy",
        "MMMM d yyyy",
        "dd/MM/yyyy",
        "d/M/yyyy",
        "dd/MM/yy",
        "d/M/yy",
        "dd.MM.yyyy",
        "d.M.yyyy",
        "d.M.yy",
        "dd-MM-yyyy",
        "yyyy-MM-dd",
        "yyyy-MM",
        "MM/yyyy",
    ];

    /// <summary>A date such as "November 2023" as <c>2023-11</c>, or <see langword="null"/> if the text is
    /// none.</summary>
    public static string? Month(string text) =>
        DateTime.TryParseExact(
            Ordinal().Replace(text.Trim().TrimEnd('.').Replace(",", "", StringComparison.Ordinal), "${day}"),
            Forms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AllowInnerWhite,
            out var day
        )
            ? day.ToString("yyyy-MM", CultureInfo.InvariantCulture)
            : null;

    /// <summary>The first date within a text, as a month.</summary>
    public static string? Within(string text) =>
        Date().Matches(text).Select(found => Month(found.Value)).FirstOrDefault(month => month is not null);

    [GeneratedRegex(
        @"\b(?<day>\d{1,2})(?:st|nd|rd|th)\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Ordinal();

    [GeneratedRegex(
        @"(?:\b\d{1,2}(?:st|nd|rd|th)?\s+)?\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|"
            + @"Dec)[a-z]*\.?,?\s+\d{4}\b|\b\d{4}-\d{2}(?:-\d{2})?\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Date();
}
