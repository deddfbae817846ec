using Lanyard.Domain.Calendar;
using Lanyard.Domain.Organisations;
using Lanyard.Workflows.Organisations;
using PublicHoliday;

namespace Lanyard.Web.Infrastructure;

/// <summary>The bank holidays of the parts of the United Kingdom, with the days that stand in for those on a weekend.</summary>
public static class BankHolidays
{
    /// <summary>The calendar of an organisation with the bank holidays of its jurisdiction, for deadlines that begin on a day.</summary>
    public static SchoolCalendar In(Organisation organisation, DateOnly day) =>
        organisation.Calendar with { BankHolidays = [.. Of(organisation.Jurisdiction, day.Year), .. Of(organisation.Jurisdiction, day.Year + 1)] };

    /// <summary>The bank holidays of a year.</summary>
    public static IEnumerable<DateOnly> Of(Jurisdiction jurisdiction, int year) =>
        new UKBankHoliday(Country(jurisdiction)).PublicHolidays(year).Select(DateOnly.FromDateTime);

    private static UKBankHoliday.UkCountries Country(Jurisdiction jurisdiction) => jurisdiction switch
    {
        Jurisdiction.England => UKBankHoliday.UkCountries.England,
        Jurisdiction.Wales => UKBankHoliday.UkCountries.Wales,
        Jurisdiction.Scotland => UKBankHoliday.UkCountries.Scotland,
        Jurisdiction.NorthernIreland => UKBankHoliday.UkCountries.NorthernIreland,
        _ => throw new ArgumentOutOfRangeException(nameof(jurisdiction), jurisdiction, "Say here where its holidays are."),
    };
}
