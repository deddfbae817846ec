using Lanyard.Domain.Organisations;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Tests.Features.Notices;
using Shouldly;

namespace Lanyard.Web.Tests.Features.Ask;

public sealed class BankHolidayTests
{
    // As the governments publish them, with the days that stand in for those on a weekend.
    [Theory]
    [InlineData(Jurisdiction.England, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(Jurisdiction.Wales, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(Jurisdiction.Scotland, "01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28")]
    [InlineData(Jurisdiction.NorthernIreland, "01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28")]
    public void BankHolidays_Of2027_AreThoseOfTheJurisdiction(Jurisdiction jurisdiction, string days) =>
        string.Join(' ', BankHolidays.Of(jurisdiction, 2027).Order().Select(day => $"{day:MM-dd}")).ShouldBe(days);

    [Fact]
    public async Task ADueDay_IsNoBankHoliday()
    {
        await using var server = new NoticeServer(mail: null);
        await server.StartAsync();
        server.Clock.Advance(new DateTimeOffset(2026, 12, 24, 9, 0, 0, TimeSpan.Zero) - server.Clock.GetUtcNow());
        var lead = await server.SignInAsync("lead@demo.example");
        await lead.OpenAsync("/organisation");
        lead.Fill("Terms and half terms", "3 September 2020 to 17 December 2020"); // none is known for this year
        await lead.PressAsync("Save the dates");
        await lead.OpenAsync("/ask");
        lead.Fill("What do you want to know?", "I received a connection request from a student on my personal account.");
        await lead.PressAsync("Ask");

        // Friday is Christmas, and Monday stands in for Boxing Day.
        lead.Text.ShouldContain("by 29 December 2026, counted in weekdays");
    }
}
