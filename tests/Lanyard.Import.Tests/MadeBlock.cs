namespace Lanyard.Import.Tests;

/// <summary>A piece of a made-up document: a heading, a clause, a paragraph, a list or a table.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">The number of a heading or a clause, or nothing.</param>
/// <param name="Text">What it says; of a list, what leads into it.</param>
/// <param name="Items">The items of a list.</param>
/// <param name="Rows">The rows of a table, its head first.</param>
internal sealed record MadeBlock(MadeKind Kind, string Number, string Text, string[] Items, string[][] Rows)
{
    public static MadeBlock Of(MadeKind kind, string number, string text) => new(kind, number, text, [], []);

    /// <summary>The text with its number.</summary>
    public string Numbered => Number.Length == 0 ? Text : $"{Number} {Text}";

    /// <summary>The texts that must never be mixed, each with those that it may stand with.</summary>
    public IEnumerable<(string Text, string[] With)> Units =>
        Kind switch
        {
            MadeKind.List => [(Text, Items), .. Items.Select(item => (item, new[] { Text }))],
            MadeKind.Table => Rows.SelectMany(
                (row, at) =>
                    row.Select(
                        (cell, column) =>
                            (cell, at == 0 ? [.. Rows.Select(other => other[column])] : new[] { Rows[0][column] })
                    )
            ),
            _ => [(Text, [])],
        };
}
