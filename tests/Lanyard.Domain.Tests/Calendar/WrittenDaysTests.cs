using Lanyard.Domain.Calendar;
using Shouldly;

namespace Lanyard.Domain.Tests.Calendar;

public sealed class WrittenDaysTests
{
    [Theory]
    [InlineData("2026-08-31")]
    [InlineData("2026-08-31T00:00:00Z")]
    [InlineData("2026-08-31T23:59:59.000+01:00")]
    [InlineData("2026-08-31 12:00")]
    [InlineData("2026/8/31")]
    [InlineData("20260831")]
    [InlineData("31/08/2026")]
    [InlineData("31/8/26")]
    [InlineData("31-08-2026")]
    [InlineData("31.08.2026")]
    [InlineData("31/08/2026 00:00:00")]
    [InlineData("31 Aug 2026")]
    [InlineData("31-Aug-26")]
    [InlineData("31st August 2026")]
    [InlineData("Monday 31 August 2026")]
    [InlineData("Mon, 31 Aug 2026")]
    [InlineData("August 31, 2026")]
    public void ADay_IsRead_HoweverItIsWritten(string text)
    {
        WrittenDay.TryRead(text, out var day, out var problem).ShouldBeTrue(problem);

        day.ShouldBe(new(2026, 8, 31));
    }

    [Theory]
    [InlineData("31/13/2026", "`31/13/2026` is not a day")]
    [InlineData("08/31/2026", "`08/31/2026` is not a day")]
    [InlineData("31 September 2026", "`31 September 2026` is not a day")]
    [InlineData("46265", "`46265` is not a day")]
    [InlineData("soon", "`soon` is not a day")]
    [InlineData("31 August", "`31 August` is not a day")]
    [InlineData("Tuesday 31 August 2026", "`Tuesday 31 August 2026` does not fit: 31 August 2026 is a Monday")]
    public void WhatIsNoDay_IsSaid(string text, string why)
    {
        WrittenDay.TryRead(text, out _, out var problem).ShouldBeFalse();

        problem.ShouldBe(why);
    }

    [Fact]
    public void ADayOfBirth_IsNeverToCome()
    {
        WrittenDay.TryRead("3/9/14", out var young, out _, latest: new(2026, 9, 7)).ShouldBeTrue();
        WrittenDay.TryRead("3/9/85", out var old, out _, latest: new(2026, 9, 7)).ShouldBeTrue();

        (young.Year, old.Year).ShouldBe((2014, 1985));
    }

    [Theory]
    [InlineData("Monday 2nd November 2026 to Friday 18th December 2026")]
    [InlineData("2 Nov 2026 to 18 Dec 2026")]
    [InlineData("2/11/26 - 18/12/26")]
    [InlineData("02/11/2026–18/12/2026")]
    [InlineData("2 November to 18 December 2026")]
    [InlineData("2 November 2026 to 18 December")]
    [InlineData("Autumn term 2: 2 November until 18 December 2026")]
    [InlineData("Autumn 2 Mon 2 Nov - Fri 18 Dec 2026")]
    [InlineData("2 Nov 2026 to 18 Dec 2026 (second half of autumn)")]
    [InlineData("Autumn 2026: 2 November to 18 December")]
    [InlineData("2026/27 autumn: 2 November to 18 December")]
    [InlineData("2-Nov-2026 to 18-Dec-2026")]
    [InlineData("2026-11-02 to 2026-12-18")]
    [InlineData("Mon. 2 Nov. '26 to Fri. 18 Dec. '26")]
    public void ATerm_IsRead_AsSchoolsPublishIt(string line)
    {
        WrittenDays.TryRead(line, out var days, out var problem).ShouldBeTrue(problem);

        days.ShouldBe(new(new(2026, 11, 2), new(2026, 12, 18), IsRange: true));
    }

    [Theory]
    [InlineData("INSET day: Friday 8 January 2027", "2027-01-08", "2027-01-08")]
    [InlineData("8 Jan 27", "2027-01-08", "2027-01-08")]
    [InlineData("14 - 15 January 2027", "2027-01-14", "2027-01-15")]
    [InlineData("14th to 15th January 2027 staff training", "2027-01-14", "2027-01-15")]
    [InlineData("21 December to 3 January 2027", "2026-12-21", "2027-01-03")]
    [InlineData("Spring 2026-27: 4 January to 12 February", "2027-01-04", "2027-02-12")]
    public void Closures_AreOneDayOrARange(string line, string first, string last)
    {
        WrittenDays.TryRead(line, out var days, out var problem).ShouldBeTrue(problem);

        (days.First.ToString("o"), days.Last.ToString("o")).ShouldBe((first, last));
    }

    [Theory]
    [InlineData(
        "Tuesday 2 November 2026 to 18 December 2026",
        "\"Tuesday 2 November 2026\" does not fit: 2 November 2026 is a Monday. Correct it on the line")]
    [InlineData("2 November to 18 December", "\"2 November to 18 December\" says no year")]
    [InlineData("18 December 2026 to 2 November 2026", "\"18 December 2026 to 2 November 2026\" ends before it begins")]
    [InlineData(
        "2 Nov 2026, 18 Dec 2026, 3 Jan 2027", "\"2 Nov 2026, 18 Dec 2026, 3 Jan 2027\" names more than two days")]
    [InlineData("31 November 2026", "\"31 November 2026\" is not a day")]
    [InlineData("after Christmas", "\"after Christmas\" is not a day")]
    public void WhatCannotBeRead_IsSaid(string line, string why)
    {
        WrittenDays.TryRead(line, out _, out var problem).ShouldBeFalse();

        problem.ShouldStartWith(why);
    }
}
