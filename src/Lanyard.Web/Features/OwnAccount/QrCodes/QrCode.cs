using System.Net;
using System.Text;
using QRCoder;

namespace Lanyard.Web.Features.OwnAccount.QrCodes;

/// <summary>Draws a text as a QR code (ISO/IEC 18004).</summary>
public static class QrCode
{
    private const int MostBytes = 600; // more makes squares so small that phones do not read them from a screen
    private const int PixelsEach = 4;

    /// <summary>The code as an SVG image with its quiet zone, dark on white in every colour scheme.</summary>
    /// <returns><see langword="null"/> if the text is too long.</returns>
    public static string? Svg(string text, string label)
    {
        if (Encoding.UTF8.GetByteCount(text) > MostBytes)
        {
            return null;
        }

        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.L, forceUtf8: true);
        var rows = code.ModuleMatrix; // with the quiet zone of four squares on each side
        var path = new StringBuilder();
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row].Length; column++)
            {
                path.Append(rows[row][column] ? $"M{column} {row}h1v1h-1z" : "");
            }
        }

        var (side, pixels) = (rows.Count, rows.Count * PixelsEach);
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"{pixels}\" "
            + $"height=\"{pixels}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(label)}\" "
            + $"shape-rendering=\"crispEdges\"><rect width=\"{side}\" height=\"{side}\" fill=\"#ffffff\"/>"
            + $"<path d=\"{path}\" fill=\"#000000\"/></svg>";
    }
}
