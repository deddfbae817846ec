using System.IO.Compression;
using System.Text;
using Shouldly;

namespace Lanyard.Import.Tests;

public sealed class DocxImportTests
{
    private const string Start = "<w:p><w:r><w:t>Photo Policy</w:t></w:r></w:p><w:p><w:r><w:t>1 Aims</w:t></w:r></w:p>";

    [Fact]
    public void Read_Footnote_StandsInsideItsSentence()
    {
        var document = Read(
            Paragraph("1.1 Staff must not message pupils.<w:footnoteReference w:id=\"2\"/> Governors must not either."),
            "Former pupils too. At any age."
        );

        Said(document)
            .ShouldContain(
                "Staff must not message pupils (footnote: Former pupils too; At any age). Governors must not either."
            );
        Sentences.Of(Said(document)).Count().ShouldBe(2);
        document.Notes.ShouldContain("the text of 1 footnote was put where its number stood");
    }

    [Theory]
    [InlineData("See the note.<w:footnoteReference w:id=\"2\"/>")]
    [InlineData(
        "See the note.</w:t></w:r><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>A "
            + "box.<w:footnoteReference "
            + "w:id=\"2\"/></w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r><w:r><w:t>"
    )]
    public void Read_FootnoteThatRefersToItself_IsReadOnce(string note)
    {
        var document = Read(Paragraph("1.1 Staff must not message pupils.<w:footnoteReference w:id=\"2\"/>"), note);

        Said(document).ShouldStartWith("Staff must not message pupils (footnote: See the note");
        document.Notes.ShouldContain(left =>
            left.StartsWith("nested footnote text was left out", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Read_FootnoteReferredToWithoutEnd_IsRefused()
    {
        var references = string.Concat(Enumerable.Repeat("<w:footnoteReference w:id=\"2\"/>", 2_000));

        var result = PolicyImport.Read(
            Docx(Start + Paragraph("1.1 Staff must not message pupils." + references), new string('x', 1_000))
        );

        result.Document.ShouldBeNull();
        result.Problem.ShouldNotBeNull().ShouldContain("1,000,000 characters");
    }

    [Fact]
    public void Read_MoreTextThanAnyPolicyHas_IsRefused() =>
        PolicyImport
            .Read(
                Encoding.UTF8.GetBytes(
                    string.Concat(
                        Enumerable.Range(1, 45_000).Select(number => $"1.{number} Staff must not message pupils.\n")
                    )
                )
            )
            .Problem.ShouldNotBeNull()
            .ShouldContain("1,000,000 characters");

    [Fact]
    public void Read_TextBox_ComesInOnceAndIsNoted()
    {
        const string Box =
            "<w:txbxContent><w:p><w:r><w:t>Pupils must be told of every photograph.</w:t></w:r></w:p></w:txbxContent>";
        var document = Read(
            "<w:p><w:r><w:t>1.1 Photographs of pupils are taken with care by "
                + "everybody.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice "
                + "Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>"
                + $"{Box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{Box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        );

        document
            .Clauses.SelectMany(clause => clause.Paragraphs)
            .Count(paragraph => paragraph.Text == "Pupils must be told of every photograph.")
            .ShouldBe(1);
        document.Notes.ShouldContain("the text of 1 text box was put after the paragraph that held it");
    }

    [Theory]
    [InlineData("<w:r><w:rPr><w:strike/></w:rPr><w:t>Staff may message pupils.</w:t></w:r>", "struck-through")]
    [InlineData("<w:r><w:rPr><w:dstrike/></w:rPr><w:t>Staff may message pupils.</w:t></w:r>", "struck-through")]
    [InlineData("<w:r><w:rPr><w:vanish/></w:rPr><w:t>Staff may message pupils.</w:t></w:r>", "hidden")]
    [InlineData(
        "<w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>Staff may message pupils.</w:delText></w:r></w:del>",
        "deleted or moved"
    )]
    [InlineData(
        "<w:del w:id=\"1\" w:author=\"x\"><w:r><w:t>Staff may message pupils.</w:t></w:r></w:del>",
        "deleted or moved"
    )]
    [InlineData(
        "<w:moveFrom w:id=\"1\" w:author=\"x\"><w:r><w:t>Staff may message pupils.</w:t></w:r></w:moveFrom>",
        "deleted or moved"
    )]
    public void Read_TextThatIsNoLongerMeant_IsLeftOutAndNoted(string run, string why)
    {
        var document = Read(
            $"<w:p><w:r><w:t xml:space=\"preserve\">1.1 Staff must not message pupils. </w:t></w:r>{run}</w:p>"
        );

        Said(document).ShouldBe("Staff must not message pupils.");
        document.Notes.ShouldContain(note =>
            note.StartsWith($"{why} text was left out (1 piece)", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("<w:r><w:rPr><w:strike w:val=\"0\"/></w:rPr><w:t>Governors must not either.</w:t></w:r>")]
    [InlineData("<w:ins w:id=\"1\" w:author=\"x\"><w:r><w:t>Governors must not either.</w:t></w:r></w:ins>")]
    [InlineData("<w:moveTo w:id=\"1\" w:author=\"x\"><w:r><w:t>Governors must not either.</w:t></w:r></w:moveTo>")]
    public void Read_TextThatIsMeant_IsKept(string run)
    {
        var document = Read(
            $"<w:p><w:r><w:t xml:space=\"preserve\">1.1 Staff must not message pupils. </w:t></w:r>{run}</w:p>"
        );

        Said(document).ShouldBe("Staff must not message pupils. Governors must not either.");
        document.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Read_TableOfRules_IsRead()
    {
        var document = Read(
            "<w:tbl>"
                + Row("Who", "Rule")
                + Row("Staff", "must not message pupils.")
                + Row("Pupils", "must not message staff.")
                + "</w:tbl>",
            isNumbered: false
        );

        document
            .Clauses.SelectMany(clause => clause.Paragraphs)
            .Select(paragraph => paragraph.Text)
            .ShouldBe(["Staff: must not message pupils.", "Pupils: must not message staff."]);
        document.Notes.ShouldBe(["the headings of a table were left out: \"Who | Rule\""]);
    }

    [Fact]
    public void Read_TableInsideTable_IsReadOnce()
    {
        var document = Read(
            $"<w:tbl><w:tr><w:tc>{Paragraph("1.1 Staff are kept safe by all these rules.")}<w:tbl><w:tr><w:tc>{Paragraph("1.2 Pupils are kept safe by them as well.")}</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>"
        );

        document.Clauses.Select(clause => clause.Id).ShouldBe(["1", "1.1", "1.2"]);
    }

    [Theory]
    [InlineData("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 50_000)]
    [InlineData("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 20_000)]
    [InlineData("<w:sdt><w:sdtContent>", "", 50_000)]
    public void Read_NestedDeeply_IsRefusedAndDoesNotEndTheProcess(string open, string close, int depth)
    {
        var deep = new StringBuilder()
            .Insert(0, open, depth)
            .Append(Paragraph("Staff must not message pupils."))
            .Insert(0, "<w:p/>");
        var result = PolicyImport.Read(Docx(deep.Append(new StringBuilder().Insert(0, close, depth)).ToString(), null));

        result.Problem.ShouldNotBeNull().ShouldContain("nested more deeply than a document is");
    }

    private static string Said(ImportedDocument document) =>
        document.Clauses.Single(clause => clause.Id == "1.1").Paragraphs[0].Text;

    private static string Row(params string[] cells) =>
        $"<w:tr>{string.Concat(cells.Select(cell => $"<w:tc>{Paragraph(cell)}</w:tc>"))}</w:tr>";

    private static string Paragraph(string text) =>
        "<w:p><w:r><w:t xml:space=\"preserve\">"
        + text.Replace(
            "<w:footnoteReference w:id=\"2\"/>",
            "</w:t><w:footnoteReference w:id=\"2\"/><w:t xml:space=\"preserve\">",
            StringComparison.Ordinal
        )
        + "</w:t></w:r></w:p>";

    private static ImportedDocument Read(string body, string? footnote = null, bool isNumbered = true) =>
        PolicyImport
            .Read(Docx((isNumbered ? Start : Paragraph("Photo Policy")) + body, footnote))
            .Document.ShouldNotBeNull();

    // Written by hand, since no library writes what word processors do at their worst.
    private static byte[] Docx(string body, string? footnote)
    {
        const string Spaces =
            "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
            + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
            + "xmlns:v=\"urn:schemas-microsoft-com:vml\"";
        const string Kind = "application/vnd.openxmlformats-officedocument.wordprocessingml";
        const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            Write(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
                    + "Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + $"<Override PartName=\"/word/document.xml\" "
                    + $"ContentType=\"{Kind}.document.main+xml\"/><Override PartName=\"/word/footnotes.xml\" "
                    + $"ContentType=\"{Kind}.footnotes+xml\"/></Types>"
            );
            Write(
                "_rels/.rels",
                $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relation}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            );
            Write(
                "word/_rels/document.xml.rels",
                $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r2\" Type=\"{Relation}/footnotes\" Target=\"footnotes.xml\"/></Relationships>"
            );
            Write(
                "word/footnotes.xml",
                $"<w:footnotes {Spaces}><w:footnote "
                    + $"w:id=\"2\">{Paragraph(footnote ?? "None.")}</w:footnote></w:footnotes>"
            );
            Write("word/document.xml", $"<w:document {Spaces}><w:body>{body}</w:body></w:document>");

            void Write(string name, string text)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
