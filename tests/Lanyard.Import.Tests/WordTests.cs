using Shouldly;

namespace Lanyard.Import.Tests;

/// <summary>Whatever a word processor wraps round a word, the word is read.</summary>
public sealed class WordTests
{
    [Theory]
    [InlineData(
        "<w:smartTag w:uri=\"u\" w:element=\"place\"><w:smartTag w:uri=\"u\" "
            + "w:element=\"PlaceName\">{0}</w:smartTag></w:smartTag>"
    )]
    [InlineData("<w:customXml w:uri=\"u\" w:element=\"x\">{0}</w:customXml>")]
    [InlineData("<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>{0}</w:sdtContent></w:sdt>")]
    [InlineData("<w:ins w:id=\"1\" w:author=\"x\">{0}</w:ins>")]
    [InlineData("<w:moveTo w:id=\"1\" w:author=\"x\">{0}</w:moveTo>")]
    [InlineData("<w:fldSimple w:instr=\"REF x\">{0}</w:fldSimple>")]
    [InlineData("<w:hyperlink w:anchor=\"x\">{0}</w:hyperlink>")]
    [InlineData("<w:bdo w:val=\"ltr\">{0}</w:bdo>")]
    [InlineData("<w:dir w:val=\"ltr\">{0}</w:dir>")]
    [InlineData("<w:r><w:ruby><w:rubyPr/><w:rt></w:rt><w:rubyBase>{0}</w:rubyBase></w:ruby></w:r>")]
    [InlineData(
        "<mc:AlternateContent><mc:Choice "
            + "Requires=\"wps\">{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>"
    )]
    [InlineData(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF "
            + "old</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{0}<w:r><w:fldChar "
            + "w:fldCharType=\"end\"/></w:r>"
    )]
    [InlineData(
        "<w:smartTag w:uri=\"u\" w:element=\"x\"><w:ins w:id=\"1\" "
            + "w:author=\"x\"><w:sdt><w:sdtContent>{0}</w:sdtContent></w:sdt></w:ins></w:smartTag>"
    )]
    [InlineData("<w:unheardOf>{0}</w:unheardOf>")]
    public void WordInAWrapper_IsRead(string wrapper)
    {
        var body =
            SampleDocx.Heading("1 Staff")
            + $"<w:p>{SampleDocx.Run("1.1 Staff must not follow former ")}"
            + wrapper.Replace("{0}", SampleDocx.Run("pupils"), StringComparison.Ordinal)
            + $"{SampleDocx.Run(" at all.")}</w:p>";

        Said(body).ShouldBe("Staff must not follow former pupils at all.");
    }

    [Theory]
    [InlineData("<w:smartTag w:uri=\"u\" w:element=\"x\">{0}</w:smartTag>")]
    [InlineData("<w:customXml w:uri=\"u\" w:element=\"x\">{0}</w:customXml>")]
    [InlineData("<w:sdt><w:sdtContent>{0}</w:sdtContent></w:sdt>")]
    [InlineData("<w:ins w:id=\"1\" w:author=\"x\">{0}</w:ins>")]
    public void ParagraphInAWrapper_IsRead(string wrapper) =>
        Said(
                SampleDocx.Heading("1 Staff")
                    + string.Format(
                        System.Globalization.CultureInfo.InvariantCulture,
                        wrapper,
                        SampleDocx.Paragraph("1.1 Staff must not message pupils.")
                    )
            )
            .ShouldBe("Staff must not message pupils.");

    [Fact]
    public void SignsWithinWords_AreRead() =>
        Said(
                SampleDocx.Heading("1 Staff")
                    + "<w:p><w:r><w:t>1.1 Cyber</w:t><w:noBreakHyphen/><w:t>bullying and "
                    + "un</w:t><w:softHyphen/><w:t>kind words are not allowed</w:t><w:sym w:font=\"Times New "
                    + "Roman\" w:char=\"2026\"/></w:r></w:p>"
            )
            .ShouldBe("Cyber-bullying and unkind words are not allowed…");

    [Fact]
    public void HeadOfThePage_IsNamedInANote() =>
        PolicyImport
            .Read(
                SampleDocx.Of(
                    SampleDocx.Title("Photo Policy") + SampleDocx.Paragraph("1.1 Staff must not message pupils."),
                    header: "Ashfield School, page 1"
                )
            )
            .Document!.Notes.ShouldContain("running heads and feet were left out: \"Ashfield School, page 1\"");

    [Fact]
    public void StyleThatRestsOnAHeading_IsAHeading() =>
        PolicyImport
            .Read(
                SampleDocx.Of(
                    SampleDocx.Title("Photo Policy")
                        + SampleDocx.Paragraph(
                            "What we expect of staff, of governors and of everybody else who helps us.",
                            "<w:pStyle w:val=\"Own\"/>"
                        )
                        + SampleDocx.Paragraph("Staff must not message pupils.")
                )
            )
            .Document!.Clauses[0]
            .Heading.ShouldStartWith("What we expect of staff");

    private static string Said(string body) =>
        ListTests.Text(
            PolicyImport.Read(SampleDocx.Of(SampleDocx.Title("Photo Policy") + body)).Document.ShouldNotBeNull(),
            "1.1"
        );
}
