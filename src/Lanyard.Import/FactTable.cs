namespace Lanyard.Import;

/// <summary>Tells the tables that speak only about the document: versions, dates, owners, signatures.</summary>
internal static class FactTable
{
    private const int LongestValue = 12; // words

    /// <summary>Reads a table of facts and leaves it out, with a note that says all of it. A table that is in any way
    /// of something else is not taken.</summary>
    public static bool Takes(List<TableRow> rows, DocumentFacts facts)
    {
        var texts = rows.Select(row => row.Texts).ToList();
        if (IsVersions(texts))
        {
            TakeVersions(texts, facts);
            facts.LeaveOut("the table of versions was read", texts.Select(row => string.Join(" | ", row)));
            return true;
        }

        if (!IsPairs(texts) && !IsColumns(texts) && !IsDated(texts))
        {
            return false;
        }

        if (IsPairs(texts))
        {
            texts.ForEach(row => Pairs(row).ToList().ForEach(pair => facts.Take(pair.Label, pair.Value)));
        }
        else if (IsColumns(texts))
        {
            texts
                .Skip(1)
                .ToList()
                .ForEach(row => row.Zip(texts[0]).ToList().ForEach(pair => facts.Take(pair.Second, pair.First)));
        }
        else
        {
            texts.ForEach(row => facts.TakeRowDate(FactDate.Month(row[0])!)); // each begins with one
        }

        facts.LeaveOut(
            "a table of facts about the document was read and left out",
            texts.Select(row => string.Join(" | ", row))
        );
        return true;
    }

    private static bool IsVersions(List<string[]> texts) =>
        texts.Count > 1
        && Array.Exists(texts[0], IsVersionHead)
        && texts[0].Length > 1
        && texts
            .Skip(1)
            .All(row =>
                DocumentFacts.IsVersion(
                    row[Array.FindIndex(texts[0], IsVersionHead) is var at && at < row.Length ? at : 0]
                ) || row.All(cell => cell.Length == 0)
            );

    private static bool IsVersionHead(string text) =>
        text.StartsWith("version", StringComparison.OrdinalIgnoreCase)
        || text.Equals("issue", StringComparison.OrdinalIgnoreCase)
        || text.Equals("v", StringComparison.OrdinalIgnoreCase);

    private static void TakeVersions(List<string[]> texts, DocumentFacts facts)
    {
        var column = Array.FindIndex(texts[0], IsVersionHead);
        foreach (var row in texts.Skip(1).Where(row => column < row.Length && DocumentFacts.IsVersion(row[column])))
        {
            var others = row.Where((_, at) => at != column).ToList();
            facts.Take(
                new ImportedVersion(
                    row[column],
                    others.Select(FactDate.Month).FirstOrDefault(month => month is not null),
                    string.Join(' ', others.Where(cell => FactDate.Month(cell) is null && cell.Length > 0))
                )
            );
        }
    }

    private static bool IsPairs(List<string[]> texts) =>
        texts.TrueForAll(row =>
            row.Length > 1
            && Pairs(row).ToList() is { Count: > 0 } pairs
            && pairs.TrueForAll(pair => FactLabel.Is(pair.Label) && IsValue(pair.Value))
        );

    private static IEnumerable<(string Label, string Value)> Pairs(string[] row)
    {
        for (var at = 0; at < row.Length; at += 2)
        {
            if (row[at].Length > 0 || (at + 1 < row.Length && row[at + 1].Length > 0))
            {
                yield return (row[at], at + 1 < row.Length ? row[at + 1] : "");
            }
        }
    }

    // "Date | Author | Changes", and below it what they were.
    private static bool IsColumns(List<string[]> texts) =>
        texts.Count > 1
        && texts[0]
            .All(name =>
                name.Length == 0 || FactLabel.Is(name) || name.Equals("date", StringComparison.OrdinalIgnoreCase)
            )
        && texts[0].Any(name => FactLabel.Is(name) || name.Equals("date", StringComparison.OrdinalIgnoreCase))
        && texts
            .Skip(1)
            .All(row =>
                row.Any(cell => FactDate.Within(cell) is not null || DocumentFacts.IsVersion(cell))
                || row.All(cell => cell.Length == 0)
            );

    private static bool IsDated(List<string[]> texts) =>
        texts.TrueForAll(row =>
            FactDate.Month(row[0]) is not null && row.Skip(1).Any(cell => cell.Length > 0) && row.Skip(1).All(IsValue)
        );

    private static bool IsValue(string value) =>
        value.Split(' ').Length <= LongestValue && !DocumentFacts.IsRule(value);
}
