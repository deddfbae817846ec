using System.Collections.Immutable;
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
    private readonly List<string> _contents = [];
    private List<RawLine> _lines = [];
    private RawLine? _open; // a paragraph whose end is deleted, so that the next goes on with it
    private int _tables;

    public DocxBody(MainDocumentPart part)
    {
        _styles = new(part.StyleDefinitionsPart?.Styles);
        _numbering = new(part.NumberingDefinitionsPart?.Numbering, _styles);
        _text = new(new DocxFootnotes(part), _styles);
    }

    /// <summary>What was left out or put elsewhere.</summary>
    public IEnumerable<string> Notes =>
        _contents.Count == 0
            ? _text.Notes
            : [.. _text.Notes, $"the contents were left out: \"{string.Join(" | ", _contents)}\""];

    public List<RawLine> Read(Body body)
    {
        Walk(body);
        Close();
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
                case { LocalName: "tbl" }:
                    AddTable(element);
                    break;
                case SdtBlock block when IsContents(block):
                    _contents.AddRange(
                        block
                            .Descendants<Paragraph>()
                            .Select(paragraph => Flat(_text.Of(paragraph).Text))
                            .Where(text => text.Length > 0)
                    );
                    break;
                case { LocalName: "AlternateContent" } when DocxText.Form(element) is { } form:
                    Walk(form);
                    break;
                case { LocalName: "p" }:
                    // In a drawing or wrapper of a kind that the library does not know.
                    _lines.Add(new(Flat(_text.Of(element).Text)) { IsWhole = true });
                    break;
                case { LocalName: "del" or "moveFrom" } when element.InnerText.Any(char.IsLetterOrDigit):
                    _text.LeaveOut("deleted or moved");
                    break;
                case { LocalName: "sectPr" or "sdtPr" or "del" or "moveFrom" }:
                    break;
                case { HasChildren: true }:
                    Walk(element); // a content control, a smart tag, an insertion: any wrapper that is no deletion
                    break;
                default:
                    break; // bookmarks
            }
        }
    }

    private void Add(Paragraph paragraph)
    {
        var (text, boxes, hasUnread) = _text.Of(paragraph);
        if (_styles.IsContents(paragraph))
        {
            _contents.AddRange(text.Length > 0 ? [Flat(text)] : []);
            return;
        }

        var isGone = hasUnread && text.Length == 0; // such a paragraph has no number either
        var (label, depth) = isGone ? ("", 0) : _numbering.Label(paragraph);
        label = label.Length == 0 && _styles.IsBullet(paragraph) ? "•" : label;
        var line = new RawLine(text, _styles.HeadingLevel(paragraph))
        {
            Label = label.Length == 0 ? null : label,
            Depth = depth,
            IsWhole = true,
        };
        line = _open is null
            ? line
            : line with
            {
                Text = Joined(_open.Text, text),
                Label = _open.Label ?? line.Label,
                HeadingLevel = _open.Text.Length > 0 ? _open.HeadingLevel : line.HeadingLevel,
            };
        _open = null;
        if (IsEndDeleted(paragraph))
        {
            _open = line;
        }
        else
        {
            _lines.AddRange(LineBreaks.Lines(line));
        }

        boxes.ForEach(Walk);
    }

    private void Close()
    {
        _lines.AddRange(_open is null ? [] : LineBreaks.Lines(_open));
        _open = null;
    }

    private static bool IsEndDeleted(Paragraph paragraph) =>
        paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.ChildElements.Any(mark =>
            mark.LocalName is "del" or "moveFrom"
        ) == true;

    private static string Joined(string first, string second) =>
        first.Length > 0 && second.Length > 0 && !char.IsWhiteSpace(first[^1]) && !char.IsWhiteSpace(second[0])
            ? $"{first} {second}"
            : first + second;

    // A row of one cell is there for the looks of the page; what it holds is text like any other.
    private void AddTable(OpenXmlElement table)
    {
        Close();
        var number = ++_tables;
        var above = new Dictionary<int, ImmutableArray<RawLine>>();
        foreach (var row in Parts(table, "tr"))
        {
            var properties = row.ChildElements.FirstOrDefault(child => child.LocalName == "trPr");
            if (properties?.ChildElements.Any(child => child.LocalName == "del") == true)
            {
                _text.LeaveOut("deleted or moved");
                continue;
            }

            var cells = Parts(row, "tc");
            if (cells is [var only])
            {
                Walk(only);
                Close();
                continue;
            }

            var isHead = properties?.ChildElements.Any(child => child.LocalName == "tblHeader") == true;
            _lines.Add(new("") { Row = new(number, Cells(cells, above), isHead), IsWhole = true });
        }
    }

    // A cell over several columns stands for each of them; one that goes on from the row above says again what that
    // said.
    private ImmutableArray<ImmutableArray<RawLine>> Cells(
        List<OpenXmlElement> cells,
        Dictionary<int, ImmutableArray<RawLine>> above
    )
    {
        var row = new List<ImmutableArray<RawLine>>();
        foreach (var cell in cells.OfType<TableCell>())
        {
            var properties = cell.TableCellProperties;
            var isMore =
                properties?.VerticalMerge is { } merge
                && (merge.Val is null || merge.Val.Value == MergedCellValues.Continue);
            var lines = isMore && row.Count == 0 && above.TryGetValue(0, out var before) ? before : Inside(cell);
            above[row.Count] = lines;
            row.Add(lines);
            for (var more = Math.Min(properties?.GridSpan?.Val?.Value ?? 1, 60); more > 1; more--)
            {
                above[row.Count] = [];
                row.Add([]);
            }
        }

        return [.. row];
    }

    private ImmutableArray<RawLine> Inside(OpenXmlElement cell)
    {
        var (outside, open) = (_lines, _open);
        (_lines, _open) = ([], null);
        Walk(cell);
        Close();
        var inside = _lines
            .SelectMany(line => line.Row is { } row ? row.Cells.SelectMany(lines => lines) : [line])
            .Where(line => !line.IsBlank)
            .Select(line => line with { Text = Flat(line.Text) })
            .ToImmutableArray();
        (_lines, _open) = (outside, open);
        return inside;
    }

    private static string Flat(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Rows and cells may stand inside content controls, smart tags and insertions.
    private static List<OpenXmlElement> Parts(OpenXmlElement container, string name) =>
        [
            .. container.ChildElements.SelectMany(child =>
                child.LocalName == name ? [child]
                : child.LocalName is "tr" or "tc" or "p" or "tbl" or "del" or "moveFrom" ? []
                : Parts(child, name)
            ),
        ];

    private static bool IsContents(SdtBlock block) =>
        block
            .SdtProperties?.Descendants<DocPartGallery>()
            .Any(gallery => gallery.Val?.Value?.Contains("Contents", StringComparison.OrdinalIgnoreCase) == true)
        == true;
}
