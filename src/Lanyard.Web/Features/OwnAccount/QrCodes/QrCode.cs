using System.Text;

namespace Lanyard.Web.Features.OwnAccount.QrCodes;

/// <summary>Draws a text as a QR code: byte mode, error correction level L, versions 5 to 9 (ISO/IEC 18004).</summary>
public static class QrCode
{
    private const int QuietZone = 4;

    /// <summary>The rows of the code, top to bottom, <see langword="true"/> where it is dark; <see langword="null"/> if the text is too long.</summary>
    public static bool[,]? Draw(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (QrVersion.For(bytes.Length) is not { } version)
        {
            return null;
        }

        var grid = new QrGrid(version);
        grid.DrawPatterns();
        grid.DrawData(QrData.Codewords(bytes, version));
        return grid.Dark;
    }

    /// <summary>The code as an SVG image with its quiet zone, dark on white in every colour scheme; <see langword="null"/> if the text is too long.</summary>
    public static string? Svg(string text, string label)
    {
        if (Draw(text) is not { } dark)
        {
            return null;
        }

        var size = dark.GetLength(0);
        var path = new StringBuilder();
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                path.Append(dark[row, column] ? $"M{column + QuietZone} {row + QuietZone}h1v1h-1z" : "");
            }
        }

        var side = size + (2 * QuietZone);
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"{side * 4}\" height=\"{side * 4}\" role=\"img\" aria-label=\"{System.Net.WebUtility.HtmlEncode(label)}\" shape-rendering=\"crispEdges\">"
            + $"<rect width=\"{side}\" height=\"{side}\" fill=\"#ffffff\"/><path d=\"{path}\" fill=\"#000000\"/></svg>";
    }
}
