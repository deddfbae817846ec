using Ical.Net;
using Shouldly;

namespace Lanyard.Web.Tests.Features.Policies;

public sealed class ReviewDatesTests : IAsyncLifetime
{
    private readonly RunningServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task ReviewDates_AreInAFileForACalendar_WithoutNamesOfPeople()
    {
        var teacher = await _server.SignInAsync("teacher@demo.example");
        await teacher.OpenAsync("/policies");
        var due = teacher.Page.QuerySelectorAll("dd").Select(cell => cell.TextContent.Trim())
            .First(text => text.Contains("Due by", StringComparison.Ordinal)).Split("Due by ")[1];
        await teacher.FollowAsync("Add the review dates to your calendar");

        var file = teacher.Page.Body!.TextContent; // every page has one
        var review = Calendar.Load(file).ShouldNotBeNull().Events.First();
        review.Start.ShouldNotBeNull().Date.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(due);
        (review.IsAllDay, review.Uid).ShouldBe((true, $"review-{review.Url!.Segments[^1]}@lanyard")); // it was just written
        review.Summary.ShouldNotBeNull().ShouldStartWith("Review due: ");
        file.ShouldNotContain("ATTENDEE");
        file.ShouldNotContain("ORGANIZER");
    }

    [Fact]
    public async Task ReviewDates_AreForPeopleOfTheOrganisationOnly()
    {
        var anybody = _server.Anybody();

        await anybody.OpenAsync("/policies/reviews.ics");

        anybody.Address.ToString().ShouldStartWith("/sign-in");
    }
}
