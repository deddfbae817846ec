using Lanyard.Domain.Calendar;

namespace Lanyard.Policy.Binding.Statements;

/// <summary>By when something must be done.</summary>
/// <param name="Text">As the policy says it, such as "immediately" or "within 1 school day".</param>
/// <param name="Count">How many of the unit; 0 for a deadline in words, which means at once.</param>
/// <param name="Unit">What is counted: hour, day, school day or working day; empty for a deadline in words.</param>
public sealed record Deadline(string Text, int Count, string Unit)
{
    /// <summary>The last day on which a duty that arose on a day is done in time; <see langword="null"/> where the deadline counts hours, or says "immediately" and the like.</summary>
    public DateOnly? DueAfter(DateOnly day, SchoolCalendar calendar) => Unit switch
    {
        "school day" => calendar.AfterSchoolDays(day, Count),
        "working day" => calendar.AfterWorkingDays(day, Count),
        "day" => day.AddDays(Count),
        "week" => day.AddDays(7 * Count),
        _ => null,
    };

    /// <summary>Whether the day by which it is due is counted in weekdays, because the calendar knows no term dates for the time.</summary>
    public bool IsCountedInWeekdays(DateOnly day, SchoolCalendar calendar) =>
        Unit == "school day" && DueAfter(day, calendar) is { } due && !calendar.KnowsTerms(day, due);
}
