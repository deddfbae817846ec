namespace Lanyard.Workflows.People.Import;

/// <summary>A CSV file as it was read, before anybody asks what it means.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Header">What its header holds.</param>
/// <param name="Lines">The lines after it.</param>
/// <param name="HeaderLine">The line on which the header stands, the first being 1.</param>
public sealed record CsvTable(
    string Name, IReadOnlyList<string> Header, IReadOnlyList<CsvLine> Lines, int HeaderLine = 1)
{
    /// <summary>Which column has a name, in whatever case; -1 if none has.</summary>
    public int Find(string column)
    {
        for (var at = 0; at < Header.Count; at++)
        {
            if (string.Equals(Header[at].Trim(), column, StringComparison.OrdinalIgnoreCase))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>What a line holds in a column; nothing where it is shorter.</summary>
    public static string Cell(CsvLine line, int column) => column >= 0 && column < line.Cells.Count ? line.Cells[column].Trim() : "";
}
