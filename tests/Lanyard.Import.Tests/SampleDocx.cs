using System.IO.Compression;
using System.Text;

namespace Lanyard.Import.Tests;

/// <summary>Makes DOCX files by hand, since no library writes what word processors do at their worst.</summary>
internal static class SampleDocx
{
    private const string Spaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
            + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        + "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";

    private const string Kind = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string StyleSheet =
        "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/></w:style><w:style "
        + "w:type=\"paragraph\" w:styleId=\"Own\"><w:name w:val=\"School heading\"/><w:basedOn "
        + "w:val=\"Heading1\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"ListBullet\"><w:name w:val=\"List Bullet\"/></w:style>";

    /// <summary>A paragraph of one run.</summary>
    public static string Paragraph(string text, string properties = "") =>
        $"<w:p>{(properties.Length == 0 ? "" : $"<w:pPr>{properties}</w:pPr>")}{Run(text)}</w:p>";

    public static string Run(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Title(string text) => Paragraph(text, "<w:pStyle w:val=\"Title\"/>");

    public static string Heading(string text) => Paragraph(text, "<w:pStyle w:val=\"Heading1\"/>");

    /// <summary>A paragraph of a list.</summary>
    public static string Item(string text, int list, int level = 0) =>
        Paragraph(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    public static string Table(params string[][] rows) =>
        $"<w:tbl>{string.Concat(rows.Select(Row))}</w:tbl>";

    private static string Row(string[] cells) =>
        $"<w:tr>{string.Concat(cells.Select(cell => $"<w:tc>{Paragraph(cell)}</w:tc>"))}</w:tr>";

    /// <summary>A level of a list.</summary>
    public static string Level(int level, string form, string text, int start = 1) =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"{form}\"/><w:lvlText "
            + $"w:val=\"{text}\"/></w:lvl>";

    /// <summary>The definition of a list, and the list of that number.</summary>
    public static string Definition(int number, string levels) =>
        $"<w:abstractNum w:abstractNumId=\"{number}\">{levels}</w:abstractNum>";

    public static string List(int number, int definition, string overrides = "") =>
        $"<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"{definition}\"/>{overrides}</w:num>";

    public static byte[] Of(string body, string numbering = "", string footnotes = "", string header = "")
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            Write(
                zip,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
                    + "Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + string.Concat(
                        new[]
                        {
                            ("document", "document.main"),
                            ("numbering", "numbering"),
                            ("styles", "styles"),
                            ("footnotes", "footnotes"),
                            ("header1", "header"),
                        }.Select(part =>
                            $"<Override PartName=\"/word/{part.Item1}.xml\" ContentType=\"{Kind}.{part.Item2}+xml\"/>"
                        )
                    )
                    + "</Types>"
            );
            Write(
                zip,
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + $"<Relationship Id=\"r1\" Type=\"{Relation}/officeDocument\" Target=\"word/document.xml\"/>"
                    + "</Relationships>"
            );
            Write(
                zip,
                "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + string.Concat(
                        new[]
                        {
                            ("numbering", "numbering"),
                            ("styles", "styles"),
                            ("footnotes", "footnotes"),
                            ("header1", "header"),
                        }.Select(
                            (part, at) =>
                                $"<Relationship Id=\"p{at}\" Type=\"{Relation}/{part.Item2}\" "
                                    + $"Target=\"{part.Item1}.xml\"/>"
                        )
                    )
                    + "</Relationships>"
            );
            Write(zip, "word/numbering.xml", $"<w:numbering {Spaces}>{numbering}</w:numbering>");
            Write(zip, "word/styles.xml", $"<w:styles {Spaces}>{StyleSheet}</w:styles>");
            Write(zip, "word/footnotes.xml", $"<w:footnotes {Spaces}>{footnotes}</w:footnotes>");
            Write(zip, "word/header1.xml", $"<w:hdr {Spaces}>{(header.Length == 0 ? "" : Paragraph(header))}</w:hdr>");
            Write(zip, "word/document.xml", $"<w:document {Spaces}><w:body>{body}</w:body></w:document>");
        }

        return stream.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
