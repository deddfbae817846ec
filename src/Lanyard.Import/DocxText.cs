using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Lanyard.Import;

/// <summary>Reads the text that a DOCX paragraph shows: neither what is deleted, hidden or struck through, nor twice what it holds in two forms.</summary>
internal sealed class DocxText(MainDocumentPart part, DocxStyles styles)
{
    private readonly SortedDictionary<string, int> _unread = new(StringComparer.Ordinal);
    private readonly Dictionary<(Type Kind, long Id), string> _notes = [];
    private long _expanded;
    private bool _isInNote;
    private int _boxes;
    private int _footnotes;

    /// <summary>What was left out, and what stands elsewhere than in the document.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            foreach (var (why, count) in _unread)
            {
                yield return $"{why} text was left out ({count} {(count == 1 ? "piece" : "pieces")}): see in the document whether that is right";
            }

            if (_boxes > 0)
            {
                yield return $"the text of {_boxes} text {(_boxes == 1 ? "box" : "boxes")} was put after the paragraph that held it";
            }

            if (_footnotes > 0)
            {
                yield return $"the text of {_footnotes} {(_footnotes == 1 ? "footnote" : "footnotes")} was put where its number stood";
            }
        }
    }

    /// <summary>The text of a paragraph or a cell, and the text boxes that hang on it.</summary>
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
        alternatives.ChildElements.FirstOrDefault(form => form.LocalName == "Choice") ?? alternatives.ChildElements.FirstOrDefault(form => form.LocalName == "Fallback");

    private void Read(OpenXmlElement element, StringBuilder text, List<OpenXmlElement> boxes)
    {
        foreach (var child in element.ChildElements)
        {
            switch (child)
            {
                case DeletedRun or MoveFromRun:
                    LeaveOut("deleted or moved");
                    break;
                case Run run when styles.Unread(run) is { } why:
                    LeaveOutIfAny(run, why);
                    break;
                case FootnoteReference or EndnoteReference when _isInNote:
                    LeaveOut("nested footnote"); // notes that refer to each other would never end
                    break;
                case { LocalName: "txbxContent" } when !_isInNote:
                    _boxes++;
                    boxes.Add(child);
                    break;
                case FootnoteReference { Id.Value: var id }:
                    Append(text, Said(id, part.FootnotesPart?.Footnotes?.Elements<Footnote>()));
                    break;
                case EndnoteReference { Id.Value: var id }:
                    Append(text, Said(id, part.EndnotesPart?.Endnotes?.Elements<Endnote>()));
                    break;
                case { LocalName: "AlternateContent" }:
                    if (Form(child) is { } form)
                    {
                        Read(form, text, boxes);
                    }

                    break;
                default:
                    text.Append(Piece(child, text.Length > 0));
                    Read(child, text, boxes);
                    break;
            }
        }
    }

    private static string Piece(OpenXmlElement element, bool isLater) => element switch
    {
        DocumentFormat.OpenXml.Wordprocessing.Text run => run.Text,
        TabChar => "\t",
        Break or CarriageReturn => "\n",
        NoBreakHyphen => "-",
        Paragraph when isLater => " ",
        _ => "",
    };

    private void LeaveOutIfAny(Run run, string why)
    {
        if (run.InnerText.Any(char.IsLetterOrDigit))
        {
            LeaveOut(why);
        }
    }

    // What a note says, read once however often it is referred to.
    private string Said<TNote>(long id, IEnumerable<TNote>? notes)
        where TNote : FootnoteEndnoteType
    {
        if (_notes.TryGetValue((typeof(TNote), id), out var before))
        {
            return before;
        }

        var text = new StringBuilder();
        if (notes?.FirstOrDefault(note => note.Id?.Value == id) is { } found)
        {
            _isInNote = true;
            Read(found, text, []);
            _isInNote = false;
        }

        var sentences = Sentences.Of(string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Select(sentence => sentence.TrimEnd('.'));
        return _notes[(typeof(TNote), id)] = string.Join("; ", sentences);
    }

    // Inside its sentence, since it may change what the sentence says: "pupils (footnote: former pupils too)."
    private void Append(StringBuilder text, string said)
    {
        if (said.Length == 0)
        {
            return;
        }

        _footnotes++;
        _expanded += said.Length;
        if (_expanded > PolicyImport.LongestText)
        {
            throw new TextTooLongException();
        }

        var mark = text.Length > 0 && text[^1] is '.' or '!' or '?' or ';' or ':' or ',' ? $"{text[^1]}" : "";
        text.Length -= mark.Length;
        text.Append(" (footnote: ").Append(said).Append(')').Append(mark);
    }
}
