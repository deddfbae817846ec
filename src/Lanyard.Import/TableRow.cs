using System.Collections.Immutable;

namespace Lanyard.Import;

/// <summary>A row of a table.</summary>
/// <param name="Table">Which table of the document it belongs to.</param>
/// <param name="Cells">The paragraphs of each cell.</param>
/// <param name="IsHead">Whether the file says that it names the columns.</param>
internal sealed record TableRow(int Table, ImmutableArray<ImmutableArray<RawLine>> Cells, bool IsHead = false)
{
    /// <summary>The text of each cell on one line.</summary>
    public string[] Texts =>
        [
            .. Cells.Select(cell =>
                string.Join(
                    ' ',
                    cell.Select(line =>
                            line.Label is null or "•" ? line.Text.Trim() : $"{line.Label} {line.Text.Trim()}"
                        )
                        .Where(text => text.Length > 0)
                )
            ),
        ];

    /// <summary>The row that a line with tabs is.</summary>
    public static TableRow Of(int table, string line) =>
        new(
            table,
            [
                .. line.Split('\t', StringSplitOptions.TrimEntries)
                    .Select(cell => cell.Length == 0 ? ImmutableArray<RawLine>.Empty : [new RawLine(cell)]),
            ]
        );
}
