using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Lanyard.Web.Infrastructure;

/// <summary>A date as somebody typed it, in three fields, so that a wrong one comes back as it was.</summary>
public sealed class DateEntry
{
    private const int FirstYear = 1900;

    /// <summary>The day of the month.</summary>
    public string? Day { get; set; }

    /// <summary>The month, as a number or a name.</summary>
    public string? Month { get; set; }

    /// <summary>The year.</summary>
    public string? Year { get; set; }

    /// <summary>An entry that holds a day.</summary>
    public static DateEntry Of(DateOnly? day) => day is not { } known ? new() : new()
    {
        Day = known.Day.ToString(CultureInfo.InvariantCulture), Month = known.Month.ToString(CultureInfo.InvariantCulture), Year = known.Year.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The day; <see langword="null"/> if nothing was typed, or what was typed is no day: then that is reported.</summary>
    public DateOnly? Read(ModelStateDictionary state, string field)
    {
        if (string.IsNullOrWhiteSpace(Day + Month + Year))
        {
            return null;
        }

        var text = $"{Day?.Trim()} {Month?.Trim()} {Year?.Trim()}";
        if (DateOnly.TryParseExact(text, ["d M yyyy", "d MMM yyyy", "d MMMM yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= FirstYear)
        {
            return day;
        }

        state.AddModelError(field, "Enter a real date, such as 14 5 2026");
        return null;
    }
}
