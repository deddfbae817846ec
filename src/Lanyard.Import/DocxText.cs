using System.Text;
using DocumentFormat.OpenXml;

namespace Lanyard.Import;

/// <summary>Reads the text that a DOCX paragraph shows: neither what is deleted, hidden or struck through, nor twice
/// what it holds in two forms.</summary>
/// <remarks>Elements are told by their names, since the library does not know every wrapper; all but deletions are
/// looked into.</remarks>
internal sealed class DocxText(DocxFootnotes footnotes, DocxStyles styles)
{
    private readonly SortedDictionary<string, int> _unread = new(StringComparer.Ordinal);
    // Of each open field, whether its code is being read and not what it shows.
    private readonly Stack<bool> _fields = new();
    private int _boxes;

    /// <summary>What was left out, and what stands elsewhere than in the document.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            foreach (var (why, count) in _unread)
            {
                yield return $"{why} text was left out ({count} {(count == 1 ? "piece" : "pieces")}): see in the "
                    + $"document whether that is right";
            }

            if (_boxes > 0)
            {
                yield return $"the text of {_boxes} text {(_boxes == 1 ? "box" : "boxes")} was put after the "
                    + $"paragraph that held it";
            }

            if (footnotes.Count > 0)
            {
                yield return $"the text of {footnotes.Count} {(footnotes.Count == 1 ? "footnote" : "footnotes")} "
                    + $"was put where its number stood";
            }
        }
    }

    /// <summary>The text of a paragraph, and the text boxes that hang on it.</summary>
    public (string Text, List<OpenXmlElement> Boxes, bool HasUnread) Of(OpenXmlElement element)
    {
        var text = new StringBuilder();
        var boxes = new List<OpenXmlElement>();
        var before = _unread.Values.Sum();
        Read(element, text, boxes);
        return (text.ToString().Trim(' '), boxes, _unread.Values.Sum() > before);
    }

    /// <summary>Notes a piece of text that is left out.</summary>
    public void LeaveOut(string why) => _unread[why] = _unread.GetValueOrDefault(why) + 1;

    /// <summary>The form of a piece of content to read where the file holds it in several.</summary>
    public static OpenXmlElement? Form(OpenXmlElement alternatives) =>
        alternatives.ChildElements.FirstOrDefault(form => form.LocalName == "Choice" && form.HasChildren)
        ?? alternatives.ChildElements.FirstOrDefault(form => form.LocalName is "Fallback" or "Choice");

    private void Read(OpenXmlElement element, StringBuilder text, List<OpenXmlElement> boxes)
    {
        foreach (var child in element.ChildElements)
        {
            switch (child.LocalName)
            {
                case "del" or "moveFrom" when child.HasChildren:
                    LeaveOut("deleted or moved");
                    break;
                case "r" when styles.Unread(child) is { } why:
                    LeaveOutIfAny(child, why);
                    break;
                case "txbxContent" when !footnotes.IsReading:
                    _boxes++;
                    boxes.Add(child);
                    break;
                case "footnoteReference" or "endnoteReference":
                    AddNote(child, text);
                    break;
                case "AlternateContent":
                    Read(Form(child) ?? child, text, boxes);
                    break;
                case "rPr" or "pPr" or "sdtPr" or "instrText" or "delText":
                    break;
                case "ruby":
                    AddRuby(child, text, boxes);
                    break;
                default:
                    AddPiece(child, text);
                    Read(child, text, boxes);
                    break;
            }
        }
    }

    private void AddPiece(OpenXmlElement element, StringBuilder text)
    {
        if (element.LocalName == "fldChar")
        {
            Turn(element.GetAttributes().FirstOrDefault(attribute => attribute.LocalName == "fldCharType").Value);
            return;
        }

        var piece = Piece(element, text.Length > 0);
        if (piece.Any(char.IsLetterOrDigit) && _fields.Contains(true))
        {
            LeaveOut("the code of a field as");
            return;
        }

        text.Append(piece);
    }

    private void Turn(string? point)
    {
        if (point == "begin")
        {
            _fields.Push(true);
        }
        else if (point is "separate" or "end" && _fields.TryPop(out _) && point == "separate")
        {
            _fields.Push(false);
        }
    }

    private static string Piece(OpenXmlElement element, bool isLater) =>
        element.LocalName switch
        {
            "t" => Symbols.Plain(element.InnerText),
            "tab" or "ptab" => "\t",
            "br" or "cr" => "\n",
            "noBreakHyphen" => "-",
            "sym" => Symbols.Of(
                element.GetAttributes().FirstOrDefault(attribute => attribute.LocalName == "char").Value
            ),
            "p" when isLater => " ",
            _ => "",
        };

    // What is written small above other words is said after them.
    private void AddRuby(OpenXmlElement ruby, StringBuilder text, List<OpenXmlElement> boxes)
    {
        var (word, said) = (new StringBuilder(), new StringBuilder());
        ruby.ChildElements.Where(part => part.LocalName == "rubyBase")
            .ToList()
            .ForEach(part => Read(part, word, boxes));
        ruby.ChildElements.Where(part => part.LocalName == "rt").ToList().ForEach(part => Read(part, said, boxes));
        text.Append(word).Append(said.Length == 0 ? "" : $" ({said})");
    }

    private void LeaveOutIfAny(OpenXmlElement run, string why)
    {
        if (run.InnerText.Any(char.IsLetterOrDigit))
        {
            LeaveOut(why);
        }
    }

    private void AddNote(OpenXmlElement reference, StringBuilder text)
    {
        if (footnotes.IsReading)
        {
            LeaveOut("nested footnote"); // notes that refer to each other would never end
            return;
        }

        var said = footnotes.Find(reference) is { } note ? footnotes.Said(note, found =>
            {
                var inside = new StringBuilder();
                Read(found, inside, []);
                return inside.ToString();
            }) : "";
        footnotes.Append(text, said);
    }
}
