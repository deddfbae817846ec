using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Lanyard.Import;

/// <summary>Reads a DOCX body in order, with the numbers that the word processor would show.</summary>
internal sealed class DocxBody
{
    private readonly DocxNumbering _numbering;
    private readonly DocxStyles _styles;
    private readonly DocxText _text;
    private readonly List<RawLine> _lines = [];

    public DocxBody(MainDocumentPart part)
    {
        _numbering = new(part.NumberingDefinitionsPart?.Numbering);
        _styles = new(part.StyleDefinitionsPart?.Styles);
        _text = new(part, _styles);
    }

    /// <summary>What was left out or put elsewhere.</summary>
    public IEnumerable<string> Notes => _text.Notes;

    public List<RawLine> Read(Body body)
    {
        Walk(body);
        return _lines;
    }

    private void Walk(OpenXmlElement container)
    {
        foreach (var element in container.ChildElements)
        {
            switch (element)
            {
                case Paragraph paragraph:
                    Add(paragraph);
                    break;
                case Table table:
                    Parts(table, "tr").ForEach(AddRow);
                    break;
                case SdtBlock block when IsContents(block):
                    break;
                case { LocalName: "AlternateContent" } when DocxText.Form(element) is { } form:
                    Walk(form);
                    break;
                case { LocalName: "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" }:
                    Walk(element);
                    break;
                case { LocalName: "p" }:
                    _lines.Add(new(element.InnerText)); // in a drawing of a kind that the library does not know
                    break;
                default:
                    break; // section properties, bookmarks
            }
        }
    }

    private void Add(Paragraph paragraph)
    {
        if (_styles.IsContents(paragraph))
        {
            return;
        }

        var (text, boxes, hasUnread) = _text.Of(paragraph);
        var level = _styles.HeadingLevel(paragraph);
        var isGone = hasUnread && text.Length == 0; // such a paragraph has no number either
        var label = isGone ? "" : _numbering.Label(_styles.Numbering(paragraph));
        foreach (var line in text.Split('\n'))
        {
            _lines.Add(new((label.Length == 0 || line.Length == 0 ? "" : label + " ") + line, level));
            label = "";
        }

        boxes.ForEach(Walk);
    }

    // A row of one cell is there for the looks of the page; what it holds is text like any other.
    private void AddRow(OpenXmlElement row)
    {
        if (row.GetFirstChild<TableRowProperties>()?.GetFirstChild<Deleted>() is not null)
        {
            _text.LeaveOut("deleted or moved");
            return;
        }

        var cells = Parts(row, "tc");
        if (cells is [var only])
        {
            Walk(only);
            return;
        }

        var texts = cells.Select(_text.Of).ToList();
        _lines.Add(new(string.Join('\t', texts.Select(cell => string.Join(' ', cell.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))));
        texts.SelectMany(cell => cell.Boxes).ToList().ForEach(Walk);
    }

    // Rows and cells may stand inside content controls.
    private static List<OpenXmlElement> Parts(OpenXmlElement container, string name) =>
        [.. container.ChildElements.SelectMany(child => child.LocalName == name ? [child] : child.LocalName is "sdt" or "sdtContent" or "customXml" ? Parts(child, name) : [])];

    private static bool IsContents(SdtBlock block) =>
        block.SdtProperties?.Descendants<DocPartGallery>().Any(gallery => gallery.Val?.Value?.Contains("Contents", StringComparison.OrdinalIgnoreCase) == true) == true;
}
