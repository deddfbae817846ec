using Lanyard.Domain.People;
using Shouldly;

namespace Lanyard.Domain.Tests.People;

public sealed class UniquePupilNumberTests
{
    [Theory]
    [InlineData("B801200005001")]
    [InlineData("P207000016049")] // a vendor's page gives Q here; the sum is 266, and 266 mod 23 is 13: P
    [InlineData(" b801200005001 ")]
    public void Accepts_ANumberWhoseCheckLetterFits(string text)
    {
        UniquePupilNumber.TryParse(text, out var number, out var problem).ShouldBeTrue(problem);
        number.Value.ShouldBe(text.Trim().ToUpperInvariant());
    }

    [Theory]
    [InlineData("Q207000016049", "The check letter of this UPN should be P, not Q. One of its characters is mistyped.")]
    [InlineData("B80120000500", "A UPN has 13 characters; this one has 12.")]
    [InlineData("B8012000O5001", "A UPN is a letter, eleven digits, and a digit or a letter.")]
    [InlineData("B80120000500I", "A UPN is a letter, eleven digits, and a digit or a letter.")]
    public void Rejects_ANumberThatIsMistyped_AndSaysWhy(string text, string expected)
    {
        UniquePupilNumber.TryParse(text, out _, out var problem).ShouldBeFalse();
        problem.ShouldBe(expected);
    }

    [Fact]
    public void Finds_EveryDigitThatIsMistyped()
    {
        const string Right = "B801200005001";
        for (var at = 1; at < Right.Length; at++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var text = Right[..at] + digit + Right[(at + 1)..];
                UniquePupilNumber.TryParse(text, out _, out _).ShouldBe(digit == Right[at]);
            }
        }
    }
}
