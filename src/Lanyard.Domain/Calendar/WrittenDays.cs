using System.Globalization;
using System.Text.RegularExpressions;

namespace Lanyard.Domain.Calendar;

/// <summary>Days as a school publishes them on one line: one day, or the first and the last, with a name before or
/// after them.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last; the first once more where only one is given.</param>
/// <param name="IsRange">Whether two were given.</param>
public sealed partial record WrittenDays(DateOnly First, DateOnly Last, bool IsRange)
{
    private const int FirstMonthOfAYear = 8;

    /// <summary>Reads a line.</summary>
    /// <param name="line">What is written, such as "Autumn: Thursday 3rd September to Fri 23 Oct 2026".</param>
    /// <param name="days">The days.</param>
    /// <param name="problem">What is wrong with it and how to put it right; empty if nothing is.</param>
    public static bool TryRead(string line, out WrittenDays days, out string problem)
    {
        days = new(default, default, IsRange: false);
        var found = DayPart.Find(line);
        if (found.Count is 0 or > 2)
        {
            problem = found.Count == 0 ? $"\"{line}\" is not a day: write it as 3 September 2026"
                : $"\"{line}\" names more than two days: write each term on its own line";
            return false;
        }

        var (first, last) = (found[0].Part, found[^1].Part);
        var isRange = found.Count == 2;
        if (!isRange && OnlyDay().Match(line[..found[0].Start]) is { Success: true } only)
        {
            (isRange, first) = (
                true, last with { Day = int.Parse(only.Groups["day"].Value, CultureInfo.InvariantCulture),
                Weekday = null, Text = only.Value.Trim() });
        }
        else if (isRange && !Joint().IsMatch(line[found[0].End..found[1].Start]))
        {
            problem = $"\"{line}\" is not two days with \"to\" between them: write each term on its own line";
            return false;
        }

        return TryDate(line, WithYears(line, found, first, last), isRange, out days, out problem);
    }

    // A year that is said once is meant for both days, and a term may go past the end of it.
    private static (DayPart First, DayPart Last) WithYears(
        string line, IReadOnlyList<(DayPart Part, int Start, int End)> found, DayPart first, DayPart last)
    {
        var isAfter = (first.Month, first.Day).CompareTo((last.Month, last.Day)) > 0;
        var year = YearIn(line[..found[0].Start] + " " + line[found[^1].End..]);
        return (first.Year, last.Year) switch
        {
            (null, { } known) => (first with { Year = isAfter ? known - 1 : known }, last),
            ({ } known, null) => (first, last with { Year = isAfter ? known + 1 : known }),
            (null, null) when year is { } begin =>
                (first with { Year = begin(first.Month) }, last with { Year = begin(last.Month) }),
            _ => (first, last),
        };
    }

    private static Func<int, int>? YearIn(string rest)
    {
        if (SchoolYear().Match(rest) is not { Success: true } match)
        {
            return null;
        }

        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        return match.Groups["next"].Success ? month => month >= FirstMonthOfAYear ? year : year + 1 : _ => year;
    }

    private static bool TryDate(
        string line, (DayPart First, DayPart Last) parts, bool isRange, out WrittenDays days, out string problem)
    {
        days = new(default, default, isRange);
        if (parts.First.Year is not { } year || parts.Last.Year is not { } lastYear)
        {
            problem = $"\"{line}\" says no year: write it as 3 September 2026";
            return false;
        }

        if (parts.First.On(year, out problem) is not { } first || problem.Length > 0
            || parts.Last.On(lastYear, out problem) is not { } last || problem.Length > 0)
        {
            problem = $"{problem.Replace('`', '"')}. Correct it on the line \"{line}\"";
            return false;
        }

        days = new(first, last, isRange);
        problem = last < first ? $"\"{line}\" ends before it begins" : "";
        return problem.Length == 0;
    }

    [GeneratedRegex(
        @"^[\s,;.]*(?:to|until|till|til|through|and|ends?|[-–—‒→])?[\s\-–—:]*(?:ends?|on)?[\s:]*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Joint();

    [GeneratedRegex(
        @"(?<![\d/.])(?<day>\d{1,2})(?:st|nd|rd|th)?\s*(?:to|until|till|[-–—])\s*(?:[a-z]+day\s+)?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex OnlyDay();

    [GeneratedRegex(@"\b(?<year>20\d{2})\b(?<next>\s*[/–-]\s*(?:20)?\d{2}\b)?", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex SchoolYear();
}
