using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Lanyard.Domain.Calendar;

/// <summary>Counts the days that a policy means: school days, working days and calendar days.</summary>
/// <remarks>
/// A worry reported on the last day of term is due on the first day of the next, if the policy counts school days.
/// Where no term is known for a day, weekdays count as school days: a deadline that comes too early does no harm.
/// Immutable, so safe to share between threads.
/// </remarks>
public sealed record SchoolCalendar(ImmutableArray<Term> Terms, ImmutableArray<DateOnly> Closures)
{
    /// <summary>A calendar without terms: every weekday is a school day.</summary>
    public static SchoolCalendar Unknown { get; } = new([], []);

    /// <summary>The bank holidays where the school is: neither school days nor working days. The law's, so never
    /// kept.</summary>
    [JsonIgnore]
    public ImmutableArray<DateOnly> BankHolidays { get; init; } = [];

    /// <summary>Whether the school is open on a day.</summary>
    public bool IsSchoolDay(DateOnly day) =>
        IsWorkingDay(day) && !Closures.Contains(day)
            && (!IsWithinYear(day) || Terms.Any(term => term.FirstDay <= day && day <= term.LastDay));

    /// <summary>The last day on which something is still on time, if so many school days are allowed. The first day itself is not counted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one day is allowed.</exception>
    public DateOnly AfterSchoolDays(DateOnly from, int days) => After(from, days, IsSchoolDay);

    /// <summary>Whether terms are known for every day after a first until a last; where they are not, weekdays count as school days.</summary>
    public bool KnowsTerms(DateOnly from, DateOnly until) => IsWithinYear(from.AddDays(1)) && IsWithinYear(until);

    /// <summary>The same in working days: weekdays but bank holidays, whether the school is open or not.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one day is allowed.</exception>
    public DateOnly AfterWorkingDays(DateOnly from, int days) => After(from, days, IsWorkingDay);

    private static DateOnly After(DateOnly from, int days, Func<DateOnly, bool> counts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var day = from;
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            left -= counts(day) ? 1 : 0;
        }

        return day;
    }

    private bool IsWorkingDay(DateOnly day) => IsWeekday(day) && !BankHolidays.Contains(day);

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    // Between the first and the last day that the terms tell of.
    private bool IsWithinYear(DateOnly day) => !Terms.IsEmpty && Terms.Min(term => term.FirstDay) <= day && day <= Terms.Max(term => term.LastDay);
}
