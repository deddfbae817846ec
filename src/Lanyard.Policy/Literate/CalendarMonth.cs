using System.Globalization;

namespace Lanyard.Policy.Literate;

/// <summary>A month, or a day of it: documents date themselves "November 2023" as often as "6 November 2023".</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">The month, from 1 to 12.</param>
/// <param name="Day">The day, or <see langword="null"/> if only the month is known.</param>
public sealed record CalendarMonth(int Year, int Month, int? Day)
{
    /// <summary>The first day that it may mean.</summary>
    public DateOnly First => new(Year, Month, Day ?? 1);

    /// <summary>The last day that it may mean, which is the one that deadlines are counted from.</summary>
    public DateOnly Last => new(Year, Month, Day ?? DateTime.DaysInMonth(Year, Month));

    /// <summary>Reads <c>2023-11</c> or <c>2023-11-06</c>.</summary>
    public static CalendarMonth? TryParse(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new(day.Year, day.Month, day.Day);
        }

        return DateOnly.TryParseExact($"{text}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? new(month.Year, month.Month, null)
            : null;
    }

    /// <summary>The date as people write it, such as "November 2023".</summary>
    public override string ToString() =>
        new DateOnly(Year, Month, Day ?? 1).ToString(Day is null ? "MMMM yyyy" : "d MMMM yyyy", CultureInfo.InvariantCulture);
}
