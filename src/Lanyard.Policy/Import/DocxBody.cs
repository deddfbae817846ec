using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Lanyard.Policy.Import;

/// <summary>Reads a DOCX body in order, with the numbers that the word processor would show.</summary>
internal sealed class DocxBody(MainDocumentPart part)
{
    private readonly DocxNumbering _numbering = new(part.NumberingDefinitionsPart?.Numbering);
    private readonly Dictionary<string, Style> _styles = (part.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        .Where(style => style.StyleId?.Value is not null)
        .GroupBy(style => style.StyleId!.Value!, StringComparer.Ordinal) // filtered above
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    public List<RawLine> Read(Body body)
    {
        var lines = new List<RawLine>();
        foreach (var element in body.Elements())
        {
            switch (element)
            {
                case Paragraph paragraph:
                    Add(lines, paragraph);
                    break;
                case Table table:
                    lines.AddRange(table.Descendants<TableRow>().Select(row => new RawLine(string.Join('\t', row.Elements<TableCell>().Select(Text)))));
                    break;
                case SdtBlock block when block.SdtContentBlock is { } content && !IsContents(block):
                    content.Elements<Paragraph>().ToList().ForEach(paragraph => Add(lines, paragraph));
                    break;
                default:
                    break; // section properties, bookmarks
            }
        }

        return lines;
    }

    private void Add(List<RawLine> lines, Paragraph paragraph)
    {
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        var styleName = style is not null && _styles.TryGetValue(style, out var found) ? found.StyleName?.Val?.Value ?? style : style ?? "";
        if (styleName.StartsWith("toc", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var level = styleName.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && int.TryParse(styleName.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : styleName.Equals("title", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        var label = _numbering.Label(NumberingOf(paragraph, style));
        foreach (var text in Text(paragraph).Split('\n'))
        {
            lines.Add(new((label.Length == 0 || text.Length == 0 ? "" : label + " ") + text, level));
            label = "";
        }
    }

    private NumberingProperties? NumberingOf(Paragraph paragraph, string? style) =>
        paragraph.ParagraphProperties?.NumberingProperties
        ?? (style is not null && _styles.TryGetValue(style, out var found) ? found.StyleParagraphProperties?.NumberingProperties : null);

    private static bool IsContents(SdtBlock block) =>
        block.SdtProperties?.Descendants<DocPartGallery>().Any(gallery => gallery.Val?.Value?.Contains("Contents", StringComparison.OrdinalIgnoreCase) == true) == true;

    private static string Text(OpenXmlElement element)
    {
        var text = new StringBuilder();
        foreach (var piece in element.Descendants())
        {
            text.Append(piece switch
            {
                DocumentFormat.OpenXml.Wordprocessing.Text run => run.Text,
                TabChar => "\t",
                Break or CarriageReturn => "\n",
                NoBreakHyphen => "-",
                Paragraph when text.Length > 0 => " ",
                _ => "",
            });
        }

        return text.ToString().Trim(' ');
    }
}
