using System.Globalization;
using System.Text.RegularExpressions;

namespace Lanyard.Domain.Calendar;

/// <summary>Reads one day, however it is written in the United Kingdom or by a program: the day comes first, or else
/// the year.</summary>
/// <remarks>"2026-08-31", "2026-08-31T23:59:59Z", "31/08/2026 00:00", "31.8.26", "Mon 31st August 2026", "31-Aug-26",
/// "20260831".</remarks>
public static partial class WrittenDay
{
    /// <summary>Reads a day.</summary>
    /// <param name="text">What is written.</param>
    /// <param name="day">The day.</param>
    /// <param name="problem">What is wrong with it; empty if nothing is.</param>
    /// <param name="latest">The last day that can be meant: a year of two digits after it is one of the century
    /// before.</param>
    public static bool TryRead(string text, out DateOnly day, out string problem, DateOnly? latest = null)
    {
        var plain = Time().Replace(text.Trim(), "");
        day = default;
        if (DateOnly.TryParseExact(plain, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            problem = "";
            return true;
        }

        if (DayPart.Find(plain) is not [({ Year: { } year } part, 0, var end)] || end != plain.Length)
        {
            problem = $"`{text.Trim()}` is not a day";
            return false;
        }

        var isOfTheCenturyBefore = year > latest?.Year && TwoDigits().IsMatch(plain);
        var found = (isOfTheCenturyBefore ? part with { Year = year - 100 } : part).On(year, out problem);
        day = found ?? default;
        return problem.Length == 0;
    }

    // The time of a day, as programs and spreadsheets add it.
    [GeneratedRegex(
        @"(?<=\d)(?:T|\s+)\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:am|pm)?\s*(?:Z|UTC|GMT|BST|[+-]\d{2}:?\d{2})?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Time();

    [GeneratedRegex(@"(?<!\d)\d{2}$", RegexOptions.None, 2000)]
    private static partial Regex TwoDigits();
}
