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

    public bool HasNumber => Id.Length > 0 && char.IsAsciiDigit(Id[0]) && Id.All(letter => char.IsAsciiDigit(letter) || letter == '.');

    public bool OpensList => Paragraphs.Count > 0 && Paragraphs[^1].Text.EndsWith(':');

    public ImportedClause Build() => new(Id, Level, Heading, [.. Paragraphs]);
}
