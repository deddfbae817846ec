namespace Lanyard.Import;

/// <summary>A clause while it is being put together.</summary>
internal sealed class ClauseBuilder(string id, int level, string heading)
{
    public string Id { get; set; } = id;

    public int Level { get; } = level;

    public string Heading { get; set; } = heading;

    public List<ImportedParagraph> Paragraphs { get; } = [];

    /// <summary>Paragraphs that stand alone after it and may have lost their number.</summary>
    public List<ImportedParagraph> Strays { get; } = [];

    public bool HasNumber =>
        Id.Length > 0 && char.IsAsciiDigit(Id[0]) && Id.All(letter => char.IsAsciiDigit(letter) || letter == '.');

    // "Staff must not:", and also "Staff must not" without its colon.
    public bool OpensList =>
        Paragraphs is [.., { IsItem: false } last]
        && (last.Text.EndsWith(':') || (!Wrapping.EndsSentence(last.Text) && Halves.IsTorn(new(last.Text))));

    public ImportedClause Build() => new(Id, Level, Heading, [.. Levelled()]);

    // How deep an item stands is told by those before it, whatever the file counts in: levels, spaces or points.
    private IEnumerable<ImportedParagraph> Levelled()
    {
        var open = new Stack<int>();
        foreach (var paragraph in Paragraphs)
        {
            while (open.TryPeek(out var depth) && (!paragraph.IsItem || depth > paragraph.Depth))
            {
                open.Pop();
            }

            if (paragraph.IsItem && !(open.TryPeek(out var same) && same == paragraph.Depth))
            {
                open.Push(paragraph.Depth);
            }

            yield return paragraph with
            {
                Depth = paragraph.IsItem ? open.Count - 1 : 0,
            };
        }
    }
}
