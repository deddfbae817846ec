using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Lanyard.Web.Features.Policies.ListPolicies;

namespace Lanyard.Web.Features.Policies.ReviewDates;

/// <summary>Writes the days by which policies are to be reviewed as a calendar. It names policies and no people.</summary>
public static class ReviewFile
{
    /// <summary>The calendar as text.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="home">The address of the application, without a slash at its end.</param>
    /// <param name="now">The moment.</param>
    public static string Write(IEnumerable<PolicyLine> policies, string home, DateTimeOffset now)
    {
        var calendar = new Calendar { ProductId = "-//Lanyard//Policy reviews//EN", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", "Policy reviews");
        foreach (var line in policies)
        {
            if (line.Review is { } review)
            {
                calendar.Events.Add(new CalendarEvent
                {
                    Uid = $"review-{line.File.Id}@lanyard", // the same for ever, so that a calendar moves it and adds no second one
                    DtStamp = new CalDateTime(now.UtcDateTime, "UTC"),
                    Start = new CalDateTime(review.Due),
                    End = new CalDateTime(review.Due.AddDays(1)),
                    Summary = $"Review due: {line.File.Title}",
                    Description = $"For: {line.Whom}. By clause {review.Clause}. {home}/policies/{line.File.Id}",
                    Url = new Uri($"{home}/policies/{line.File.Id}"),
                });
            }
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }
}
