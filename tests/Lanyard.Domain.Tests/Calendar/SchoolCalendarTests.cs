using Lanyard.Domain.Calendar;
using Shouldly;

namespace Lanyard.Domain.Tests.Calendar;

public sealed class SchoolCalendarTests
{
    private static readonly SchoolCalendar Year = new(
        [new(new(2026, 9, 2), new(2026, 10, 23)), new(new(2026, 11, 2), new(2026, 12, 18)), new(new(2027, 1, 4), new(2027, 3, 25))],
        [new(2026, 9, 7)]);

    [Theory]
    [InlineData("2026-09-03", 1, "2026-09-04")]
    [InlineData("2026-09-04", 1, "2026-09-08")] // a weekend, and a day on which the school is closed
    [InlineData("2026-10-23", 1, "2026-11-02")] // half term
    [InlineData("2026-12-18", 2, "2027-01-05")] // Christmas
    public void AfterSchoolDays_SkipsWeekendsHolidaysAndClosures(string from, int days, string due) =>
        Year.AfterSchoolDays(Day(from), days).ShouldBe(Day(due));

    [Fact]
    public void AfterWorkingDays_CountsWeekdaysInTheHolidays() =>
        SchoolCalendar.Unknown.AfterWorkingDays(Day("2026-12-18"), 1).ShouldBe(Day("2026-12-21"));

    [Fact]
    public void BankHolidays_AreNeitherSchoolDaysNorWorkingDays()
    {
        var calendar = SchoolCalendar.Unknown with { BankHolidays = [Day("2027-03-26"), Day("2027-03-29")] };

        calendar.AfterWorkingDays(Day("2027-03-25"), 1).ShouldBe(Day("2027-03-30"));
        calendar.AfterSchoolDays(Day("2027-03-25"), 1).ShouldBe(Day("2027-03-30"));
    }

    [Fact]
    public void AfterSchoolDays_WhereNoTermIsKnown_CountsWeekdays() =>
        SchoolCalendar.Unknown.AfterSchoolDays(Day("2026-12-18"), 1).ShouldBe(Day("2026-12-21"));

    [Theory]
    [InlineData("2026-10-23", "2026-11-02", true)]
    [InlineData("2027-03-24", "2027-03-29", false)] // the last term ends before
    [InlineData("2026-08-31", "2026-09-02", false)]
    public void KnowsTerms_OnlyBetweenTheFirstAndTheLastDayThatTheyTellOf(string from, string until, bool isKnown) =>
        Year.KnowsTerms(Day(from), Day(until)).ShouldBe(isKnown);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
