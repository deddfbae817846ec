using System.Text;
using Lanyard.Import;
using Lanyard.Import.Apart;
using Shouldly;

namespace Lanyard.Cli.Tests;

/// <summary>A foreign file is read by a process of its own, which may take only so much.</summary>
public sealed class ApartTests
{
    private static readonly ApartLimits Ample = new(TimeSpan.FromMinutes(2), 512L * 1024 * 1024, 1024 * 1024);

    private static readonly byte[] Page = Encoding.UTF8.GetBytes(
        "<!doctype html><h1>Photo Policy</h1><h2>1 Staff</h2><p>1.1 Staff must not message pupils.</p>"
    );

    [Fact]
    public async Task Document_IsReadByTheOtherProcess()
    {
        var result = await DocumentReading.ReadAsync(Page, TestContext.Current.CancellationToken);

        result.Document.ShouldNotBeNull(result.Problem).Clauses.Select(clause => clause.Id).ShouldBe(["1", "1.1"]);
    }

    [Fact]
    public async Task Process_ThatTakesTooLong_IsGivenUp() =>
        (await ReadAsync(Ample with { Longest = TimeSpan.FromMilliseconds(20) })).ShouldBe(ApartProblem.TooLong);

    [Fact]
    public async Task Process_ThatSaysTooMuch_IsGivenUp() =>
        (await ReadAsync(Ample with { MostOutput = 10 })).ShouldBe(ApartProblem.TooMuch);

    [Fact]
    public async Task Process_ThatNeedsMoreMemoryThanItMayHave_EndsAlone() =>
        (await ReadAsync(Ample with { MostMemory = 1024 * 1024 })).ShouldBeOneOf(
            ApartProblem.TooMuch,
            ApartProblem.Broken
        );

    [Fact]
    public async Task Process_ThatBreaksOff_IsAnAnswer() =>
        (await ReadAsync(Ample, "no such reader")).ShouldBe(ApartProblem.Broken);

    [Fact]
    public async Task Document_ThatIsDamaged_IsRefusedInWords()
    {
        var result = await DocumentReading.ReadAsync(
            Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<< /Type /Catalog"),
            TestContext.Current.CancellationToken
        );

        result.Problem.ShouldBe("This PDF is damaged. Open it, save it again, and try once more.");
    }

    private static async Task<ApartProblem> ReadAsync(ApartLimits limits, string reader = DocumentReading.Name) =>
        (await ApartProcess.ReadAsync(reader, Page, limits, TestContext.Current.CancellationToken)).Problem;
}
