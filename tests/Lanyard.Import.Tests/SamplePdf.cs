using System.Globalization;
using System.Text;

namespace Lanyard.Import.Tests;

/// <summary>Makes PDF files by hand: words at places, rules, and a symbol font as word processors use it for
/// bullets.</summary>
internal sealed class SamplePdf
{
    /// <summary>A bullet as Word's symbol font writes it: a character of the private corner.</summary>
    public const string WordBullet = "\uF0B7";

    private readonly List<StringBuilder> _pages = [];

    public SamplePdf Page()
    {
        _pages.Add(new());
        return this;
    }

    /// <summary>Text at a place, counted in points from the left and from the foot of the page.</summary>
    public SamplePdf Text(double left, double height, string text, double size = 11, bool isBold = false)
    {
        var font =
            text == WordBullet ? "F3"
            : isBold ? "F2"
            : "F1";
        var shown =
            text == WordBullet
                ? "<B7>"
                : $"({string.Concat(text.Select(letter => letter is '\\' or '(' or ')' ? $"\\{letter}" : $"{letter}"))})";
        _pages[^1]
            .Append(CultureInfo.InvariantCulture, $"BT /{font} {size} Tf 1 0 0 1 {left} {height} Tm {shown} Tj ET\n");
        return this;
    }

    /// <summary>Lines of text, each 14 points below the one before.</summary>
    public SamplePdf Lines(double left, double height, params string[] lines)
    {
        for (var at = 0; at < lines.Length; at++)
        {
            Text(left, height - (14 * at), lines[at]);
        }

        return this;
    }

    /// <summary>A drawn line across the page.</summary>
    public SamplePdf Rule(double left, double right, double height)
    {
        _pages[^1].Append(CultureInfo.InvariantCulture, $"0.5 w {left} {height} m {right} {height} l S\n");
        return this;
    }

    public byte[] Bytes()
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Symbol /ToUnicode 6 0 R >>",
        };
        const string Map =
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def 1 "
                + "begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <B7> <F0B7> endbfchar endcmap end end";
        objects.Add(Stream(Map));
        var kids = new List<int>();
        foreach (var page in _pages)
        {
            objects.Add(Stream(page.ToString()));
            objects.Add(
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {objects.Count} 0 R /Resources << "
                    + $"/Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >> >>"
            );
            kids.Add(objects.Count);
        }

        objects[1] =
            $"<< /Type /Pages /Kids [{string.Join(' ', kids.Select(kid => $"{kid} 0 R"))}] /Count {kids.Count} >>";
        return Written(objects);
    }

    private static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static byte[] Written(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var at = 0; at < objects.Count; at++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{at + 1} 0 obj\n{objects[at]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        file.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Root 1 0 R /Size {objects.Count + 1} >>\nstartxref\n{start}\n%%EOF\n"
        );
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
