namespace Lanyard.Workflows.People.Import;

/// <summary>Finds the header of a list below the titles and dates that reports begin with.</summary>
internal static class HeaderFinder
{
    private const int LastLine = 10;

    /// <summary>The table from its header on, whether its columns are enough, and the lines that stand above
    /// it.</summary>
    public static (CsvTable Table, bool IsUnderstood, IReadOnlyList<int> PassedOver) Find(
        CsvTable table, ImportAnswers answers)
    {
        List<CsvLine> records = [new(table.HeaderLine, table.Header), .. table.Lines];
        var early = records.TakeWhile(record => record.Line <= LastLine).ToList();
        var at = early.FindIndex(record => PeopleColumns.AreEnough(Columns(record, answers)));
        var isUnderstood = at >= 0;
        if (!isUnderstood)
        {
            var most = early.MaxBy(record => (Columns(record, answers).Count, Filled(record) > 1));
            at = most is null ? 0 : early.IndexOf(most);
        }

        return (new(table.Name, records[at].Cells, records[(at + 1)..], records[at].Line), isUnderstood,
            [.. records.Take(at).Select(record => record.Line)]);
    }

    private static List<string> Columns(CsvLine record, ImportAnswers answers) =>
        [.. record.Cells.Select(cell => PeopleColumns.Find(cell, answers)).OfType<string>()];

    private static int Filled(CsvLine record) => record.Cells.Count(cell => cell.Trim().Length > 0);
}
