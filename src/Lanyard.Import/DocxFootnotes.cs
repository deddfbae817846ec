using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Lanyard.Import;

/// <summary>The footnotes and endnotes of a DOCX file, said inside the sentences that refer to them.</summary>
internal sealed class DocxFootnotes(MainDocumentPart part)
{
    private readonly Dictionary<OpenXmlElement, string> _said = [];
    private long _expanded;

    /// <summary>Whether a note is being read just now.</summary>
    public bool IsReading { get; private set; }

    /// <summary>How many notes were put into sentences.</summary>
    public int Count { get; private set; }

    /// <summary>The note that a reference means.</summary>
    public FootnoteEndnoteType? Find(OpenXmlElement reference)
    {
        IEnumerable<FootnoteEndnoteType>? notes =
            reference.LocalName == "footnoteReference"
                ? part.FootnotesPart?.Footnotes?.Elements<Footnote>()
                : part.EndnotesPart?.Endnotes?.Elements<Endnote>();
        return long.TryParse(
            reference.GetAttributes().FirstOrDefault(attribute => attribute.LocalName == "id").Value,
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var id
        )
            ? notes?.FirstOrDefault(note => note.Id?.Value == id)
            : null;
    }

    /// <summary>What a note says, read once however often it is referred to.</summary>
    public string Said(FootnoteEndnoteType note, Func<FootnoteEndnoteType, string> read)
    {
        if (_said.TryGetValue(note, out var before))
        {
            return before;
        }

        IsReading = true;
        var text = read(note);
        IsReading = false;
        return _said[note] = Footnotes.OnOneLine(text);
    }

    /// <summary>Puts what a note says into the sentence before it.</summary>
    /// <exception cref="TextTooLongException">The notes say more than a document does.</exception>
    public void Append(StringBuilder text, string said)
    {
        if (said.Length == 0)
        {
            return;
        }

        Count++;
        _expanded += said.Length;
        if (_expanded > PolicyImport.LongestText)
        {
            throw new TextTooLongException();
        }

        Footnotes.Append(text, said);
    }
}
