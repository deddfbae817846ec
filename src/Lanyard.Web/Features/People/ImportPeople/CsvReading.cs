using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Lanyard.Workflows.People.Import;

namespace Lanyard.Web.Features.People.ImportPeople;

/// <summary>Reads CSV, whatever its separator and encoding.</summary>
internal static class CsvReading
{
    private const int LongestCell = 10_000;

    private static readonly char[] Separators = [',', ';', '\t'];
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The table, or what is wrong with the file and what to do about it.</summary>
    public static (CsvTable? Table, string? Problem) Read(string name, byte[] bytes)
    {
        var text = Decode(bytes);
        if (text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')))
        {
            return (null, $"{name} is not a text file. In a spreadsheet, save the sheet as CSV, then try once more");
        }

        var separator = Separator(text);
        if (CsvLimits.ProblemOf(name, text, separator) is { } tooMuch)
        {
            return (null, tooMuch);
        }

        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(), HasHeaderRecord = false, IgnoreBlankLines = false, BadDataFound = null, MaxFieldSize = LongestCell,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        try
        {
            return Records(parser, name);
        }
        catch (MaxFieldSizeException)
        {
            return (null, $"Line {parser.RawRow + 1} of {name} has a cell that does not end. A quotation mark is missing");
        }
    }

    private static (CsvTable? Table, string? Problem) Records(CsvParser parser, string name)
    {
        IReadOnlyList<string>? header = null;
        var lines = new List<CsvLine>();
        var line = 1;
        for (; parser.Read(); line = parser.RawRow + 1)
        {
            var cells = parser.Record ?? [];
            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (header is null)
            {
                header = cells;
            }
            else
            {
                lines.Add(new(line, cells));
            }
        }

        return header is null ? (null, $"{name} is empty") : (new(name, header, lines), null);
    }

    private static string Decode(byte[] bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2),
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3),
        _ => Utf8(bytes) ?? CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes), // what spreadsheets write; it is always there
    };

    private static string? Utf8(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // The one that stands most often on the first line that is not empty.
    private static char Separator(string text)
    {
        var first = text.TrimStart('\r', '\n').Split('\n', 2)[0];
        return Separators.MaxBy(separator => first.Count(letter => letter == separator));
    }
}
