using System.Security.Cryptography;
using System.Text;
using Lanyard.Web.Features.OwnAccount.QrCodes;
using Shouldly;

namespace Lanyard.Accounts.Tests;

public sealed class QrCodeTests
{
    private const int Longest = 230; // bytes in version 9 at level L

    // Each of these drawings was read back, letter for letter, by a reader of another maker (jsQR 1.4.0) when its hash was written down.
    [Theory]
    [InlineData(90, "2a1ece6c82df91dc")]
    [InlineData(106, "fac53fada23434e6")]
    [InlineData(107, "92c31e079b517b4a")]
    [InlineData(134, "ba2a9995c6886a89")]
    [InlineData(154, "b57ab1238c892106")]
    [InlineData(192, "1cd54e4b607a5df4")]
    [InlineData(230, "5bee751838cc7549")]
    public void Drawing_OfEverySize_IsTheOneThatAnotherReaderRead(int length, string hash) => Hash(QrCode.Draw(Text(length)).ShouldNotBeNull()).ShouldBe(hash);

    [Fact]
    public void Text_ThatIsTooLong_HasNoCode() => QrCode.Draw(Text(Longest + 1)).ShouldBeNull();

    private static string Text(int length) => string.Concat(Enumerable.Range(0, length).Select(at => (char)('!' + (at * 7 % 90))));

    private static string Hash(bool[,] dark)
    {
        var rows = Enumerable.Range(0, dark.GetLength(0)).Select(row => string.Concat(Enumerable.Range(0, dark.GetLength(1)).Select(column => dark[row, column] ? '1' : '0')));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', rows))))[..16];
    }
}
