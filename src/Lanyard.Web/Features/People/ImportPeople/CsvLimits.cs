namespace Lanyard.Web.Features.People.ImportPeople;

/// <summary>Looks through CSV for what no file of people has, before a single cell of it is made.</summary>
/// <remarks>A cell costs many times what its letter does: a small file of separators alone would take
/// gigabytes.</remarks>
internal static class CsvLimits
{
    private const int MostLines = 100_000;
    private const int MostColumns = 200;
    private const int LongestLine = 100_000;
    private const int MostCells = 3_000_000;

    /// <summary>What is too much in a file, and what to do about it; <see langword="null"/> if nothing is.</summary>
    public static string? ProblemOf(string name, string text, char separator)
    {
        var (line, lines, cells) = (1, 0, 0);
        for (var at = 0; at < text.Length;)
        {
            var (end, columns, broken) = Record(text, at, separator);
            if (columns > MostColumns)
            {
                return $"Line {line} of {name} has more than {MostColumns} columns. Save only those that are needed";
            }

            if (end - at > LongestLine)
            {
                return $"Line {line} of {name} is longer than any about a person. A quotation mark may be missing";
            }

            cells += end > at ? columns : 0;
            lines += end > at ? 1 : 0;
            if (lines > MostLines + 1 || cells > MostCells) // the header is no line about a person
            {
                var most = cells > MostCells ? "3,000,000 cells" : "100,000 lines";
                return $"{name} has more than {most}. Import one school at a time";
            }

            line += broken + 1;
            at = end + (text.AsSpan(end).StartsWith("\r\n") ? 2 : 1);
        }

        return null;
    }

    // Where a record ends, how many columns it has, and how many line breaks stand within its quotation marks. It
    // looks no further than the most that is allowed.
    private static (int End, int Columns, int Broken) Record(string text, int from, char separator)
    {
        var (columns, broken, isQuoted, isCellStart) = (1, 0, false, true);
        var at = from;
        for (; at < text.Length && columns <= MostColumns && at - from <= LongestLine; at++)
        {
            var letter = text[at];
            if (letter == '"' && (isQuoted || isCellStart))
            {
                isQuoted = !isQuoted; // of two within a cell, the second begins it again
                isCellStart = isCellStart || !isQuoted;
                continue;
            }
            else if (!isQuoted && letter is '\r' or '\n')
            {
                break;
            }
            else if (letter == '\n')
            {
                broken++;
            }
            else if (letter == separator && !isQuoted)
            {
                (columns, isCellStart) = (columns + 1, true);
                continue;
            }

            isCellStart = false;
        }

        return (at, columns, broken);
    }
}
