using System.Globalization;
using Lanyard.Domain.Calendar;

namespace Lanyard.Web.Infrastructure;

/// <summary>Times as people in the United Kingdom read them.</summary>
public static class TimeWords
{
    /// <summary>A day in words, such as "7 September 2026".</summary>
    public static string InWords(this DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A moment in words, such as "7 September 2026 at 9:30am".</summary>
    public static string InWords(this DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, UkTime.Zone);
        return $"{DateOnly.FromDateTime(local.DateTime).InWords()} at {local.ToString("h:mm", CultureInfo.InvariantCulture)}{(local.Hour < 12 ? "am" : "pm")}";
    }
}
