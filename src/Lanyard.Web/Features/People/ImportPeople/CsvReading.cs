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

    private const int EarlyLines = 10;
    private const char Quote = '"';

    private static readonly char[] Separators = [',', ';', '\t', '|'];
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The table, or what is wrong with the file and what to do about it.</summary>
    public static (CsvTable? Table, string? Problem) Read(string name, byte[] bytes)
    {
        var text = Decode(bytes);
        if (text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')))
        {
            return (null, $"{name} is not a text file. In a spreadsheet, save the sheet as CSV, then try once more");
        }

        var (said, rest, skipped) = SeparatorLine(text);
        var separator = said ?? Separator(rest);
        if (CsvLimits.ProblemOf(name, text, separator) is { } tooMuch)
        {
            return (null, tooMuch);
        }

        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(), HasHeaderRecord = false, IgnoreBlankLines = false,
                BadDataFound = null, MaxFieldSize = LongestCell,
        };
        using var parser = new CsvParser(new StringReader(rest), configuration);
        try
        {
            return Records(parser, name, skipped);
        }
        catch (MaxFieldSizeException)
        {
            return (null, Unclosed(parser.RawRow + 1 + skipped, name));
        }
    }

    private static string Unclosed(int line, string name) =>
        $"Line {line} of {name} has a cell that does not end. A quotation mark is missing";

    private static (CsvTable? Table, string? Problem) Records(CsvParser parser, string name, int skipped)
    {
        IReadOnlyList<string>? header = null;
        var headerLine = 1;
        var lines = new List<CsvLine>();
        var line = skipped + 1;
        for (; parser.Read(); line = parser.RawRow + skipped + 1)
        {
            var cells = parser.Record ?? [];
            if (IsUnclosed(parser.RawRecord, line, parser.RawRow + skipped))
            {
                return (null, Unclosed(line, name));
            }

            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (header is null)
            {
                (header, headerLine) = (cells, line);
            }
            else
            {
                lines.Add(new(line, cells));
            }
        }

        return header is null ? (null, $"{name} is empty") : (new(name, header, lines, headerLine), null);
    }

    // A cell that begins with a quotation mark and has no other swallows the lines after it, up to the next mark or to
    // the end.
    private static bool IsUnclosed(string record, int first, int last)
    {
        var marks = record.Count(letter => letter == Quote);
        var text = record.TrimEnd('\r', '\n');
        return marks % 2 == 1
            && (last > first || text.LastIndexOf(Quote) is var at && (at == 0 || Separators.Contains(text[at - 1])));
    }

    // Some programs say on a line of its own which separator they use.
    private static (char? Separator, string After, int Skipped) SeparatorLine(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var at ? at + 1 : text.Length;
        var line = text[..end].Trim('"', '\r', '\n', ' ', ',', '\uFEFF');
        var isOne = line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Length <= "sep=".Length + 1;
        char? said = isOne ? text[..end].FirstOrDefault(letter => Separators.Contains(letter)) : null;
        return isOne ? (said is '\0' ? null : said, text[end..], 1) : (null, text, 0);
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

    // The one that stands most often on one of the first lines: titles above the header have none, or few.
    private static char Separator(string text)
    {
        var lines = text.Split('\n', EarlyLines + 1).Take(EarlyLines).ToList();
        return Separators.MaxBy(separator => lines.Max(line => line.Count(letter => letter == separator)));
    }
}
