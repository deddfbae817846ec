using System.Globalization;
using System.Text.RegularExpressions;

namespace Lanyard.Domain.Calendar;

/// <summary>A day as it was found in a text, its year perhaps not said.</summary>
internal sealed partial record DayPart(int Day, int Month, int? Year, DayOfWeek? Weekday, string Text)
{
    private const string Between = @"[\s,./\-]{1,3}";

    private const string Weekdays = @"(?:\b(?<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?";

    private const string Months = @"(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?";

    private const string Years = @"(?<year>\d{4}|\d{2})";

    // Year first; day and month as numbers; day before the month's name; the month's name first.
    private const string Forms =
        @"(?<!\d)(?:" + @"(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})"
        + @"|" + Weekdays + @"(?<day>\d{1,2})(?:[/.](?<month>\d{1,2})(?:[/.]" + Years + @")?|-(?<month>\d{1,2})-" + Years + ")"
        + @"|" + Weekdays + @"(?<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?" + Between + Months + "(?:" + Between + "'?" + Years + @"(?!\d|\s*(?:st|nd|rd|th|[a-z]{3}|[/.:-]\d)))?"
        + @"|" + Weekdays + Months + @"\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?<year>\d{4}))?"
        + @")(?![\d])";

    private static readonly string[] MonthNames = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] DayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private static readonly string[] WholeMonths = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

    /// <summary>The days of a text, and where they stand.</summary>
    public static IReadOnlyList<(DayPart Part, int Start, int End)> Find(string text) =>
        // looked at just before
        [.. Pattern().Matches(text).Select(match => (Of(match), match.Index, match.Index + match.Length))
            .Where(found => found.Item1 is not null).Select(found => (found.Item1!, found.Item2, found.Item3))];

    /// <summary>The day itself, or what is wrong with it.</summary>
    /// <param name="yearIfUnsaid">The year where the text says none.</param>
    /// <param name="problem">What is wrong; empty if nothing is.</param>
    public DateOnly? On(int yearIfUnsaid, out string problem)
    {
        var year = Year ?? yearIfUnsaid;
        if (year is < 1900 or > 9998 || Month is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(year, Month))
        {
            problem = $"`{Text}` is not a day";
            return null;
        }

        var day = new DateOnly(year, Month, Day);
        problem = Weekday is { } said && said != day.DayOfWeek
            ? $"`{Text}` does not fit: {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} is a {day.DayOfWeek}"
            : "";
        return day;
    }

    private static DayPart? Of(Match match)
    {
        string? Group(string name) =>
            match.Groups[name] is { Success: true } group ? group.Value.ToLowerInvariant() : null;
        // each form has one of the two
        var month = Group("name") is { } name ? Array.IndexOf(MonthNames, name) + 1
            : int.Parse(Group("month")!, CultureInfo.InvariantCulture);
        if (Group("name") is not null && !IsMonth(match, month))
        {
            return null;
        }

        int? weekday = Group("weekday") is { } said ? Array.IndexOf(DayNames, said) : null;
        // each form has a day
        return new(
            int.Parse(Group("day")!, CultureInfo.InvariantCulture), month, YearOf(Group("year")), (DayOfWeek?)weekday,
            match.Value.Trim());
    }

    // "Marking" and "Mayor" begin like a month too.
    private static bool IsMonth(Match match, int month)
    {
        var start = match.Groups["name"].Index - match.Index;
        var word = new string([.. match.Value[start..].TakeWhile(char.IsLetter)]);
        return WholeMonths[month - 1].StartsWith(word, StringComparison.OrdinalIgnoreCase)
            || word.Equals("sept", StringComparison.OrdinalIgnoreCase);
    }

    private static int? YearOf(string? text) =>
        text is null ? null : int.Parse(text, CultureInfo.InvariantCulture) + (text.Length == 2 ? 2000 : 0);

    [GeneratedRegex(
        Forms, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Pattern();
}
