using Shouldly;

namespace Lanyard.Web.Tests.Features.Evidence;

public sealed class PrintPackTests : IAsyncLifetime
{
    private readonly RunningServer _server = new();

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
}
