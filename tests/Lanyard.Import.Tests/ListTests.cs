using System.Text;
using Shouldly;

namespace Lanyard.Import.Tests;

/// <summary>Items of lists stay items, and are read with what leads into them.</summary>
public sealed class ListTests
{
    [Theory]
    [InlineData("Staff must not:\n- post photographs of children on their own page\n- name a child\n")]
    [InlineData("Staff must not:\n\n\uF0B7\tpost photographs of children on their own page\n\uF0B7\tname a child\n")]
    [InlineData("Staff must not:\n\uF0A7post photographs of children on their own page\n\uF0A7name a child\n")]
    [InlineData("Staff must not:\no  post photographs of children on their own page\no  name a child\n")]
    [InlineData("Staff must not\n• post photographs of children on their own page\n• name a child\n")]
    [InlineData("Staff must not:\n  ➢ post photographs of children on their own page\n  ➢ name a child\n")]
    public void Text_BulletedItems_StayApartAndKeepWhatLeadsIntoThem(string list) =>
        Sentences($"Photo Policy\n\n1 Staff\n\n1.1 {list}")
            .ShouldBe(
                ["Staff must not: post photographs of children on their own page", "Staff must not: name a child"],
                ignoreOrder: true
            );

    [Theory]
    [InlineData("<w:pStyle w:val=\"ListBullet\"/>")]
    [InlineData("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>")]
    public void Docx_ListBullets_StayApartAndKeepWhatLeadsIntoThem(string properties)
    {
        var numbering = SampleDocx.Definition(0, SampleDocx.Level(0, "bullet", "\uF0B7")) + SampleDocx.List(1, 0);
        var body =
            SampleDocx.Title("Photo Policy")
            + SampleDocx.Heading("1 Staff")
            + SampleDocx.Paragraph("1.1 Staff must not:")
            + SampleDocx.Paragraph("post photographs of children on their own page", properties)
            + SampleDocx.Paragraph("name a child", properties);

        Sentences(PolicyImport.Read(SampleDocx.Of(body, numbering)))
            .ShouldBe(
                ["Staff must not: post photographs of children on their own page", "Staff must not: name a child"],
                ignoreOrder: true
            );
    }

    [Fact]
    public void Pdf_BulletsOfAWordProcessor_AreBullets()
    {
        var pdf = new SamplePdf()
            .Page()
            .Text(60, 790, "Photo Policy", 18, isBold: true)
            .Text(60, 750, "1 Staff", 13, isBold: true)
            .Lines(60, 725, "1.1 Staff must not:")
            .Text(78, 708, SamplePdf.WordBullet)
            .Text(96, 708, "post photographs of children on their own page, whoever asks them to do so")
            .Text(96, 694, "and wherever they were taken")
            .Text(78, 677, SamplePdf.WordBullet)
            .Text(96, 677, "name a child");

        Sentences(PolicyImport.Read(pdf.Bytes()))
            .ShouldBe(
                [
                    "Staff must not: post photographs of children on their own page, whoever asks them to do so and "
                        + "wherever they were taken",
                    "Staff must not: name a child",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void Docx_TwoParagraphs_AreNeverOneSentence()
    {
        var body =
            SampleDocx.Title("Photo Policy")
            + SampleDocx.Heading("1 Staff")
            + SampleDocx.Paragraph("1.1 Staff keep the photographs of the school trip to themselves")
            + SampleDocx.Paragraph("and pupils do as well");

        PolicyImport
            .Read(SampleDocx.Of(body))
            .Document!.Clauses.Single(clause => clause.Id == "1.1")
            .Paragraphs.Select(paragraph => paragraph.Text)
            .ShouldBe(["Staff keep the photographs of the school trip to themselves", "and pupils do as well"]);
    }

    [Fact]
    public void Docx_BreakInsideASentence_DoesNotPartIt()
    {
        var body =
            SampleDocx.Title("Photo Policy")
            + SampleDocx.Heading("1 Staff")
            + "<w:p><w:r><w:t>1.1 Staff must not</w:t><w:br/><w:t>message pupils.</w:t><w:br/><w:t>• 1.2 Parents "
            + "may.</w:t></w:r></w:p>"
            + "<w:p><w:pPr><w:rPr><w:del w:id=\"9\" w:author=\"x\"/></w:rPr></w:pPr><w:r><w:t>1.3 Staff must "
            + "not</w:t></w:r></w:p>"
            + SampleDocx.Paragraph("follow pupils.");
        var document = PolicyImport.Read(SampleDocx.Of(body)).Document!;

        Text(document, "1.1").ShouldBe("Staff must not message pupils.");
        Text(document, "1.2").ShouldBe("Parents may.");
        Text(document, "1.3").ShouldBe("Staff must not follow pupils.");
    }

    [Fact]
    public void Docx_NumbersOfEachForm_AreAsTheWordProcessorPrintsThem()
    {
        var numbering =
            SampleDocx.Definition(0, SampleDocx.Level(0, "lowerLetter", "(%1)"))
            + SampleDocx.Definition(1, SampleDocx.Level(0, "lowerRoman", "%1."))
            + SampleDocx.Definition(2, SampleDocx.Level(0, "upperLetter", "%1)"))
            + SampleDocx.Definition(3, SampleDocx.Level(0, "decimalZero", "%1.", start: 4))
            + string.Concat(Enumerable.Range(0, 4).Select(list => SampleDocx.List(list + 1, list)));
        var body =
            SampleDocx.Title("Photo Policy")
            + SampleDocx.Heading("1 Staff")
            + string.Concat(
                Enumerable
                    .Range(1, 4)
                    .Select(list =>
                        SampleDocx.Paragraph($"1.{list} Staff must not:")
                        + SampleDocx.Item("message pupils;", list)
                        + SampleDocx.Item("follow pupils.", list)
                    )
            );
        var draft = PolicyDraft.Write(PolicyImport.Read(SampleDocx.Of(body, numbering)).Document!, "x", "O", _ => []);

        draft.ShouldContain("- (a) message pupils;\n- (b) follow pupils.\n");
        draft.ShouldContain("- i. message pupils;\n- ii. follow pupils.\n");
        draft.ShouldContain("- A) message pupils;\n- B) follow pupils.\n");
        draft.ShouldContain("04. message pupils;\n05. follow pupils.\n");
    }

    [Fact]
    public void Docx_ListsThatShareADefinition_GoOnCountingUnlessOneSaysWhereItBegins()
    {
        var numbering =
            SampleDocx.Definition(0, SampleDocx.Level(0, "decimal", "%1."))
            + SampleDocx.List(1, 0)
            + SampleDocx.List(2, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride>")
            + SampleDocx.List(3, 0);
        var body =
            SampleDocx.Title("Photo Policy")
            + SampleDocx.Heading("Staff")
            + SampleDocx.Item("Staff must not message any of the pupils.", 1)
            + SampleDocx.Heading("Pupils")
            + SampleDocx.Item("Pupils must not post any unkind comments.", 2)
            + SampleDocx.Paragraph("A paragraph stands between.")
            + SampleDocx.Item("Pupils must tell an adult at once.", 2)
            + SampleDocx.Heading("Parents")
            + SampleDocx.Item("Parents must ask the school before they post.", 3);

        PolicyImport
            .Read(SampleDocx.Of(body, numbering))
            .Document!.Clauses.Where(clause => clause.Level == 3)
            .Select(clause => clause.Id)
            .ShouldBe(["staff 1", "pupil 7", "pupil 8", "parent 9"]);
    }

    [Fact]
    public void Docx_ListInAList_IsReadWithBothOfWhatLeadsIntoIt()
    {
        var numbering =
            SampleDocx.Definition(
                0,
                SampleDocx.Level(0, "lowerLetter", "(%1)") + SampleDocx.Level(1, "lowerRoman", "(%2)")
            ) + SampleDocx.List(1, 0);
        var body =
            SampleDocx.Title("Photo Policy")
            + SampleDocx.Heading("1 Staff")
            + SampleDocx.Paragraph("1.1 Staff must not:")
            + SampleDocx.Item("post:", 1)
            + SampleDocx.Item("photographs;", 1, 1)
            + SampleDocx.Item("names;", 1, 1)
            + SampleDocx.Item("follow pupils.", 1);
        var imported = PolicyImport.Read(SampleDocx.Of(body, numbering));

        Sentences(imported)
            .ShouldBe([
                "Staff must not: post:",
                "Staff must not: post: photographs;",
                "Staff must not: post: names;",
                "Staff must not: follow pupils.",
            ]);
        PolicyDraft
            .Write(imported.Document!, "x", "O", _ => [])
            .ShouldContain("- (a) post:\n  - (i) photographs;\n  - (ii) names;\n- (b) follow pupils.\n");
    }

    internal static string Text(ImportedDocument document, string id) =>
        document.Clauses.Single(clause => clause.Id == id).Paragraphs[0].Text;

    internal static List<string> Sentences(string text) => Sentences(PolicyImport.Read(Encoding.UTF8.GetBytes(text)));

    // What the proposer is asked, without what only leads into a list.
    internal static List<string> Sentences(ImportResult imported)
    {
        var asked = new List<string>();
        PolicyDraft.Write(imported.Document.ShouldNotBeNull(imported.Problem), "x", "O", sentence =>
        {
            asked.Add(sentence);
            return [];
        });
        return [.. asked.Where(sentence => sentence is not ("Staff must not:" or "Staff must not"))];
    }
}
