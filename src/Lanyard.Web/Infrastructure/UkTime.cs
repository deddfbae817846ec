using System.Globalization;

namespace Lanyard.Web.Infrastructure;

/// <summary>Times as people in the United Kingdom read them.</summary>
public static class UkTime
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The day on which a moment falls.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, London).DateTime);

    /// <summary>The last moment of a day.</summary>
    public static DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, London.GetUtcOffset(midnight)).AddTicks(-1);
    }

    /// <summary>A day in words, such as "7 September 2026".</summary>
    public static string InWords(this DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A moment in words, such as "7 September 2026 at 9:30am".</summary>
    public static string InWords(this DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, London);
        return $"{DateOnly.FromDateTime(local.DateTime).InWords()} at {local.ToString("h:mm", CultureInfo.InvariantCulture)}{(local.Hour < 12 ? "am" : "pm")}";
    }
}
