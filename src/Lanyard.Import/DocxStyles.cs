using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Lanyard.Import;

/// <summary>What the styles of a DOCX file say of its paragraphs and of their text.</summary>
internal sealed class DocxStyles(Styles? styles)
{
    private const int LongestChain = 12; // styles that rest on others

    private readonly Dictionary<string, Style> _styles = (styles?.Elements<Style>() ?? [])
        .Where(style => style.StyleId?.Value is not null)
        .GroupBy(style => style.StyleId!.Value!, StringComparer.Ordinal) // filtered above
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    public bool IsContents(Paragraph paragraph) =>
        Name(paragraph).StartsWith("toc", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the style of a paragraph is one of a list with bullets, whatever its definition has
    /// lost.</summary>
    public bool IsBullet(Paragraph paragraph) =>
        Name(paragraph).StartsWith("list bullet", StringComparison.OrdinalIgnoreCase);

    /// <summary>The level of a heading; 0 for other paragraphs.</summary>
    public int HeadingLevel(Paragraph paragraph) =>
        Chain(StyleOf(paragraph)).Select(style => Level(style.StyleName?.Val?.Value)).FirstOrDefault(level => level > 0)
            is > 0
                and var named
            ? named
        : Level(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value) is > 0 and var unknown ? unknown
        : Chain(StyleOf(paragraph))
            .Select(style => style.StyleParagraphProperties?.OutlineLevel?.Val?.Value ?? 9)
            .FirstOrDefault(level => level < 9, 9)
            is < 9
                and var outline
            ? outline + 1
        : 0;

    public NumberingProperties? Numbering(Paragraph paragraph) =>
        paragraph.ParagraphProperties?.NumberingProperties is { } own
            ? own.NumberingId is not null
                ? own
                : Inherited(own, paragraph)
            : Chain(StyleOf(paragraph))
                .Select(style => style.StyleParagraphProperties?.NumberingProperties)
                .FirstOrDefault(numbering => numbering is not null);

    /// <summary>The numbering that a style gives.</summary>
    public NumberingProperties? NumberingOf(string style) =>
        Chain(style)
            .Select(one => one.StyleParagraphProperties?.NumberingProperties)
            .FirstOrDefault(numbering => numbering is not null);

    /// <summary>Why the text of a run is not to be read: it is hidden or struck through. <see langword="null"/> if it
    /// is plain.</summary>
    public string? Unread(OpenXmlElement run)
    {
        var own = run.ChildElements.FirstOrDefault(child => child.LocalName == "rPr");
        var named = own?.ChildElements.FirstOrDefault(child => child.LocalName == "rStyle") is { } style
            ? Value(style)
            : null;
        List<OpenXmlElement?> places =
        [
            own,
            .. Chain(named).Select(one => (OpenXmlElement?)one.StyleRunProperties),
            .. Chain(StyleOf(run.Ancestors<Paragraph>().FirstOrDefault()))
                .Select(one => (OpenXmlElement?)one.StyleRunProperties),
        ];
        return IsOn(places, "vanish") ? "hidden"
            : IsOn(places, "strike") || IsOn(places, "dstrike") ? "struck-through"
            : null;
    }

    /// <summary>The value of an element that has one, such as <c>w:val</c>.</summary>
    public static string? Value(OpenXmlElement element) =>
        element.GetAttributes().FirstOrDefault(attribute => attribute.LocalName == "val").Value;

    // The nearest place that says anything of a property is right: the run, then its style, then the paragraph's.
    private static bool IsOn(List<OpenXmlElement?> places, string property) =>
        places
            .Select(place => place?.ChildElements.FirstOrDefault(child => child.LocalName == property))
            .FirstOrDefault(found => found is not null)
            is { } said
        && Value(said) is not ("0" or "false" or "off");

    private NumberingProperties? Inherited(NumberingProperties own, Paragraph paragraph) =>
        StyleOf(paragraph) is { } style && NumberingOf(style)?.NumberingId?.Val?.Value is { } id
            ? new NumberingProperties(
                new NumberingLevelReference { Val = own.NumberingLevelReference?.Val?.Value ?? 0 },
                new NumberingId { Val = id }
            )
            : null;

    private static int Level(string? name) =>
        name is null ? 0
        : name.StartsWith("heading", StringComparison.OrdinalIgnoreCase)
        && int.TryParse(name.AsSpan(7).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
        : name.Equals("title", StringComparison.OrdinalIgnoreCase) ? 1
        : 0;

    private string Name(Paragraph paragraph)
    {
        var style = StyleOf(paragraph);
        return Find(style)?.StyleName?.Val?.Value ?? style ?? "";
    }

    private static string? StyleOf(Paragraph? paragraph) =>
        paragraph?.ParagraphProperties?.ParagraphStyleId?.Val?.Value;

    private List<Style> Chain(string? id)
    {
        var chain = new List<Style>();
        for (
            var style = Find(id);
            style is not null && chain.Count < LongestChain;
            style = Find(style.BasedOn?.Val?.Value)
        )
        {
            chain.Add(style);
        }

        return chain;
    }

    private Style? Find(string? id) => id is not null && _styles.TryGetValue(id, out var found) ? found : null;
}
