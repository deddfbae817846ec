using System.Globalization;
using System.Text.RegularExpressions;
using Lanyard.Web.Features.OwnAccount.QrCodes;
using Shouldly;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace Lanyard.Accounts.Tests;

public sealed partial class QrCodeTests
{
    private const int Longest = 600; // bytes

    [Theory]
    [InlineData("otpauth://totp/Lanyard:jo%40school.example?secret=JBSWY3DPEHPK3PXP&issuer=Lanyard")]
    [InlineData("otpauth://totp/Lanyard:j%C3%B6rg%40school.example?secret=JBSWY3DPEHPK3PXP&issuer=Lanyard")]
    [InlineData("Zoë & Łukasz, 12:30 ✓")]
    [InlineData("1")]
    public void Drawing_IsReadBackByAnotherReader(string text) => Read(text).ShouldBe(text);

    [Theory]
    [InlineData(90)]
    [InlineData(230)]
    [InlineData(Longest)]
    public void Drawing_OfEverySize_IsReadBackByAnotherReader(int length)
    {
        var text = string.Concat(Enumerable.Range(0, length).Select(at => (char)('!' + (at * 7 % 90))));

        Read(text).ShouldBe(text);
    }

    [Fact]
    public void Text_ThatIsTooLong_HasNoCode() => QrCode.Svg(new('a', Longest + 1), "Key").ShouldBeNull();

    [Fact]
    public void Drawing_HasItsLabel_AndAQuietZoneOfFour()
    {
        var svg = QrCode.Svg("text", "Key of \"A\" & B").ShouldNotBeNull();

        svg.ShouldContain("role=\"img\" aria-label=\"Key of &quot;A&quot; &amp; B\"");
        var squares = Squares(svg);
        squares.Min(square => square.X).ShouldBe(4);
        squares.Min(square => square.Y).ShouldBe(4);
        squares.Max(square => square.X).ShouldBe(Side(svg) - 5);
    }

    private static string? Read(string text)
    {
        var svg = QrCode.Svg(text, "Key").ShouldNotBeNull();
        var picture = new BitMatrix(Side(svg) * 4);
        foreach (var (x, y) in Squares(svg))
        {
            picture.setRegion(x * 4, y * 4, 4, 4);
        }

        var bytes = new byte[picture.Width * picture.Height];
        for (var at = 0; at < bytes.Length; at++)
        {
            bytes[at] = picture[at % picture.Width, at / picture.Width] ? byte.MinValue : byte.MaxValue;
        }

        var seen = new PlanarYUVLuminanceSource(bytes, picture.Width, picture.Height, 0, 0, picture.Width, picture.Height, reverseHoriz: false);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(seen)))?.Text;
    }

    private static int Side(string svg) => Number(SideOf().Match(svg).Groups["side"].Value);

    private static List<(int X, int Y)> Squares(string svg) =>
        [.. Square().Matches(svg).Select(match => (Number(match.Groups["x"].Value), Number(match.Groups["y"].Value)))];

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"viewBox=""0 0 (?<side>\d+) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SideOf();

    [GeneratedRegex(@"M(?<x>\d+) (?<y>\d+)h1v1h-1z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Square();
}
