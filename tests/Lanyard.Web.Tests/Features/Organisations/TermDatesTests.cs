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
    [InlineData(
        "3 September 2026 to 23 October 2027",
        "\"3 September 2026 to 23 October 2027\" is 59 weeks long. Correct it, or tick the box below the dates if it "
            + "is right")]
    [InlineData(
        "3 September 2026 to 4 September 2026",
        "\"3 September 2026 to 4 September 2026\" is 2 days long. Correct it, or tick the box below the dates if it "
            + "is right")]
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

    [Fact]
    public async Task Terms_AsSchoolsPublishThem_AreSaved_AndClosedRangesWithThem()
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        await lead.OpenAsync("/organisation");
        lead.Fill(
            "Terms and half terms",
            "Autumn 1: Wed 2nd September to Friday 23rd October 2026\n2/11/26 - 18/12/26\n4 Jan to 12 Feb 2027 "
                + "(spring)");
        lead.Fill("Other days on which you are closed", "INSET 3 September 2026\n8 - 9 January 2027\n6 January 2027");
        await lead.PressAsync("Save the dates");
        lead.Problems.ShouldBeEmpty();
        lead.Value("Terms and half terms").ReplaceLineEndings("\n")
            .ShouldBe(
            "2 September 2026 to 23 October 2026\n2 November 2026 to 18 December 2026\n4 January 2027 to 12 February "
                + "2027");
        lead.Value("Other days on which you are closed").ReplaceLineEndings("\n")
            .ShouldBe("3 September 2026\n6 January 2027\n8 January 2027 to 9 January 2027");

        lead.Fill("Terms and half terms", "2 September 2026 to 23 October 2027");
        await lead.PressAsync("Save the dates");
        lead.Tick("These dates are right");
        await lead.PressAsync("Save the dates");
        lead.Text.ShouldContain("The dates were saved.");
    }
}
