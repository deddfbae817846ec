using Lanyard.Workflows.People.Import;

namespace Lanyard.Workflows.Tests.People.Import;

/// <summary>Plain tables for tests: one record a line, quotation marks around a cell that holds the separator.</summary>
internal static class Tables
{
    public static CsvTable Of(string name, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var separator = lines[0].Contains(',') ? ',' : ';';
        return new(name, Cells(lines[0], separator), [.. lines.Skip(1).Select((line, at) => new CsvLine(at + 2, Cells(line, separator))).Where(line => line.Cells.Any(cell => cell.Length > 0))]);
    }

    private static List<string> Cells(string line, char separator)
    {
        var parts = line.Split('"');
        return [.. string.Concat(parts.Select((part, at) => at % 2 == 1 ? part : part.Replace(separator, '\u001f'))).Split('\u001f')];
    }
}
