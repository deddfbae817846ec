using Lanyard.Domain.Calendar;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Shouldly;

namespace Lanyard.Web.Tests.Features.Evidence;

public sealed class PrintPackTests : IAsyncLifetime
{
    private const string Text = "---\npolicy: Walks\norganisation: Lantern\nversion: 1\n---\n\n## 1 Conduct\n\n```policy\nStaff must accept this policy.\nThis policy is reviewed every 1 year by the governing body, consulting staff and students.\n```\n";

    private readonly RunningServer _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateOnly Today => UkTime.DayOf(DateTimeOffset.UtcNow);

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Pack_OfADayBeforeTheFirstEntry_SaysThatNothingHadBeenRecorded()
    {
        var governor = await _server.SignInAsync("governor@demo.example");
        await governor.OpenAsync("/evidence/pack");
        governor.Text.ShouldContain("entries of the record; the hash of the last is");

        governor.FillDate("On", new(2020, 1, 6));
        await governor.PressAsync("Show the pack");

        governor.Text.ShouldContain("Nothing had been recorded by the end of that day.");
        governor.Text.ShouldNotContain("the hash of the last");
        governor.Text.ShouldContain("No policy was in force on that day.");
    }

    [Fact]
    public async Task Pack_OfAPastDay_HoldsWhatHadBeenWrittenByThen_AndSaysSo()
    {
        var today = Today;
        var governor = await _server.SignInAsync("governor@demo.example");
        await governor.OpenAsync("/evidence/pack");
        governor.FillDate("On", today.AddDays(-20));
        await governor.PressAsync("Show the pack");

        governor.Text.ShouldContain("It contains What had been written into Lanyard by the end of that day.");
        governor.Text.ShouldContain($"In force since {today.AddDays(-21).InWords()}");
        governor.Text.ShouldContain($"from {today.AddDays(-55).InWords()} to {today.AddDays(-39).InWords()}, when it was closed");
        governor.Text.ShouldContain("Accepted 1 of "); // the second acceptance was a day later
        governor.FillDate("On", today.AddDays(-30));
        await governor.PressAsync("Show the pack");
        governor.Text.ShouldContain("No policy was in force on that day.");
    }

    [Fact]
    public async Task Demonstration_IsWrittenInTheOrderOfItsTimes()
    {
        var trust = (await _server.Book.Store.OrganisationsAsync(Cancel)).Single(id => id != Installation.Partition);
        var written = await _server.Book.AllAsync(trust, Cancel).Select(happening => (happening.At, happening.RecordedAt)).ToListAsync(Cancel);

        written.ShouldAllBe(entry => entry.At == entry.RecordedAt);
        written.Select(entry => entry.RecordedAt).ShouldBeInOrder();
        (await _server.Book.VerifyAsync(trust, Cancel)).BrokenAt.ShouldBeNull();
    }

    [Fact]
    public async Task Pack_AfterTheTextWasChanged_SaysSo_WithTheDayOfClosing()
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        var address = await PolicySteps.FromTextAsync(lead, "The whole organisation", Text);
        await lead.OpenAsync($"{address}/consult");
        lead.Tick("Students", isTicked: false);
        lead.FillDate("Until", Today.AddDays(30));
        await lead.PressAsync("Open the consultation");
        await lead.PressAsync("Close the consultation");
        await lead.OpenAsync($"{address}/edit");
        lead.Fill("The text of the draft", Text.Replace("Staff must", "Volunteers must", StringComparison.Ordinal));
        await lead.PressAsync("Save the draft");
        await PolicySteps.PutInForceAsync(lead, address);

        var governor = await _server.SignInAsync("governor@demo.example");
        await governor.OpenAsync("/evidence/pack?On.Day=");
        governor.Text.ShouldContain($"Consulted staff, from {Today.InWords()} to {Today.InWords()}, when it was closed. The text was changed after the consultation.");
        governor.Text.ShouldContain("Not consulted, although the clause names them: students.");
    }
}
