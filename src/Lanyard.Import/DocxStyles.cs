using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Lanyard.Import;

/// <summary>What the styles of a DOCX file say of its paragraphs and of their text.</summary>
internal sealed class DocxStyles(Styles? styles)
{
    private readonly Dictionary<string, Style> _styles = (styles?.Elements<Style>() ?? [])
        .Where(style => style.StyleId?.Value is not null)
        .GroupBy(style => style.StyleId!.Value!, StringComparer.Ordinal) // filtered above
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    public bool IsContents(Paragraph paragraph) => Name(paragraph).StartsWith("toc", StringComparison.OrdinalIgnoreCase);

    /// <summary>The level of a heading; 0 for other paragraphs.</summary>
    public int HeadingLevel(Paragraph paragraph)
    {
        var name = Name(paragraph);
        return name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && int.TryParse(name.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : name.Equals("title", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
    }

    public NumberingProperties? Numbering(Paragraph paragraph) =>
        paragraph.ParagraphProperties?.NumberingProperties ?? Find(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value)?.StyleParagraphProperties?.NumberingProperties;

    /// <summary>Why the text of a run is not to be read: it is hidden or struck through. <see langword="null"/> if it is plain.</summary>
    public string? Unread(Run run)
    {
        var own = run.RunProperties;
        var named = Find(own?.RunStyle?.Val?.Value)?.StyleRunProperties;
        var paragraph = Find(run.Ancestors<Paragraph>().FirstOrDefault()?.ParagraphProperties?.ParagraphStyleId?.Val?.Value)?.StyleRunProperties;
        return IsOn<Vanish>(own, named, paragraph) ? "hidden"
            : IsOn<Strike>(own, named, paragraph) || IsOn<DoubleStrike>(own, named, paragraph) ? "struck-through"
            : null;
    }

    // The nearest place that says anything of a property is right: the run, then its style, then the paragraph's.
    private static bool IsOn<T>(params ReadOnlySpan<OpenXmlElement?> places)
        where T : OnOffType
    {
        foreach (var place in places)
        {
            if (place?.GetFirstChild<T>() is { } property)
            {
                return property.Val?.Value ?? true;
            }
        }

        return false;
    }

    private string Name(Paragraph paragraph)
    {
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        return Find(style)?.StyleName?.Val?.Value ?? style ?? "";
    }

    private Style? Find(string? id) => id is not null && _styles.TryGetValue(id, out var found) ? found : null;
}
