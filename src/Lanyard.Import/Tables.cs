using System.Collections.Immutable;

namespace Lanyard.Import;

/// <summary>Says the tables of a document cell by cell, each with the headings of its row and column, and sets facts
/// about the document apart.</summary>
internal sealed class Tables(DocumentFacts facts, ICollection<string> notes)
{
    private const int LongestHead = 8; // words

    /// <summary>The lines with every table said in sentences.</summary>
    public List<RawLine> Said(List<RawLine> lines)
    {
        var said = new List<RawLine>();
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Row is not { } first)
            {
                said.Add(lines[at]);
                continue;
            }

            var rows = lines
                .Skip(at)
                .TakeWhile(line => line.Row?.Table == first.Table)
                .Select(line => line.Row!)
                .ToList(); // all have one
            at += rows.Count - 1;
            said.AddRange(Said(rows));
        }

        return said;
    }

    private IEnumerable<RawLine> Said(List<TableRow> rows)
    {
        rows.RemoveAll(row => row.Cells.All(cell => cell.Length == 0));
        if (
            rows.Count == 0
            || (rows is [var only] && facts.Takes(string.Join("   ", only.Texts), null, isBeforeClauses: false))
            || FactTable.Takes(rows, facts)
        )
        {
            return [];
        }

        // A row of "Do" and "Do not" is a head wherever it stands: two tables may follow each other with nothing
        // between them.
        if (rows.FindIndex(1, TableHead.IsForceful) is > 0 and var next)
        {
            return [.. Said(rows[..next]), .. Said(rows[next..])];
        }

        var head = TableHead.Of(rows);
        return rows.Skip(head is null ? 0 : 1).SelectMany(row => head is null ? WithoutHead(row) : WithHead(row, head));
    }

    private IEnumerable<RawLine> WithHead(TableRow row, TableHead head)
    {
        head.Note(notes);
        var label = head.HasRowLabels ? row.Texts[0] : "";
        for (var column = head.HasRowLabels ? 1 : 0; column < row.Cells.Length; column++)
        {
            foreach (var line in Cell(row.Cells[column], head.Over(column, label)))
            {
                yield return line;
            }
        }

        if (head.HasRowLabels && row.Cells.Skip(1).All(cell => cell.Length == 0))
        {
            yield return new(label) { IsWhole = true, IsText = true };
        }
    }

    // A number and its text, a label and what it names, or cells that each stand for themselves.
    private static IEnumerable<RawLine> WithoutHead(TableRow row)
    {
        var texts = row.Texts;
        var filled = Enumerable.Range(0, texts.Length).Where(at => texts[at].Length > 0).ToList();
        if (filled is [var only])
        {
            return row.Cells[only].Select(line => line with { IsWhole = true });
        }

        if (Marker.Of(texts[filled[0]]) is { Kind: not MarkerKind.None, Text: "" or "•" })
        {
            return row
                .Cells.Skip(filled[0] + 1)
                .SelectMany(cell => cell)
                .Select(
                    (line, at) =>
                        at == 0
                            ? line with
                            {
                                Text = $"{texts[filled[0]]} {line.Text}",
                                IsWhole = true,
                            }
                            : line with
                            {
                                IsWhole = true,
                            }
                );
        }

        return IsLabel(texts[filled[0]])
            ? filled.Skip(1).SelectMany(at => Cell(row.Cells[at], texts[filled[0]].TrimEnd(':', ' ')))
            : filled.SelectMany(at => Cell(row.Cells[at], ""));
    }

    // The paragraphs of a cell each get its heading, but items of a list within it stay with what leads into them.
    private static IEnumerable<RawLine> Cell(ImmutableArray<RawLine> cell, string head)
    {
        var isInList = false;
        foreach (var line in cell)
        {
            var marker = line.Marker;
            var text = marker.Kind is MarkerKind.Number ? $"{marker.Label} {marker.Text}" : marker.Text;
            if (isInList && marker.Kind is MarkerKind.Bullet or MarkerKind.Letter)
            {
                yield return line with
                {
                    IsWhole = true,
                };
                continue;
            }

            var printed =
                marker.Kind is MarkerKind.Letter || marker.Label is "✓" or "✗" ? $"{marker.Label} {text}" : text;
            yield return new(head.Length == 0 ? printed : TableHead.Under(head, printed))
            {
                IsWhole = true,
                IsText = true,
                Label = "",
            };
            isInList = text.EndsWith(':');
        }
    }

    /// <summary>Whether a cell names something and says nothing of it.</summary>
    public static bool IsLabel(string text) =>
        text.Length > 0
        && text.Split(' ').Length <= LongestHead
        && text.TrimEnd() is not [.., '.' or '!' or ';']
        && !DocumentFacts.IsRule(text)
        && !TableHead.IsForce(text);
}
