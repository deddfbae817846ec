using Shouldly;

namespace Lanyard.Web.Tests.Features.Organisations;

public sealed class TermDatesTests : IAsyncLifetime
{
    private readonly RunningServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("3 September 2026 to 23 October 2026\n1 October 2026 to 18 December 2026", "The term from 1 October 2026 begins before the one from 3 September 2026 has ended")]
    [InlineData("", "Enter the terms: without them, deadlines in school days cannot be counted")]
    [InlineData("3 September 2026", "\"3 September 2026\" is not two days: write the first day, then \"to\", then the last day")]
    public async Task Terms_ThatCannotBe_AreRefused_AndComeBackAsTyped(string terms, string problem)
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        await lead.OpenAsync("/organisation");
        lead.Fill("Terms and half terms", terms);
        await lead.PressAsync("Save the dates");

        lead.Problems[0].ShouldBe(problem);
        lead.Value("Terms and half terms").ReplaceLineEndings("\n").ShouldBe(terms);
    }
}
