using Shouldly;

namespace Lanyard.Import.Tests;

/// <summary>PDFs are read as people read them: columns one after the other, sentences whole.</summary>
public sealed class PdfTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void TwoColumns_AreReadOneAfterTheOther(double offset)
    {
        var pdf = new SamplePdf()
            .Page()
            .Text(180, 800, "Photo Policy of the School", 18, isBold: true)
            .Text(50, 760, "1 Staff", 13, isBold: true)
            .Lines(
                50,
                742,
                "1.1 Staff must not message",
                "pupils from a personal account.",
                "1.2 Staff must tell the",
                "headteacher of any concern."
            )
            .Text(310, 760 - offset, "2 Pupils", 13, isBold: true)
            .Lines(
                310,
                742 - offset,
                "2.1 Pupils must not post",
                "unkind comments about staff.",
                "2.2 Pupils must tell a",
                "trusted adult at once."
            );

        var document = Read(pdf);

        document.Clauses.Select(clause => clause.Id).ShouldBe(["1", "1.1", "1.2", "2", "2.1", "2.2"]);
        ListTests.Text(document, "1.1").ShouldBe("Staff must not message pupils from a personal account.");
        ListTests.Text(document, "1.2").ShouldBe("Staff must tell the headteacher of any concern.");
        ListTests.Text(document, "2.1").ShouldBe("Pupils must not post unkind comments about staff.");
        ListTests.Text(document, "2.2").ShouldBe("Pupils must tell a trusted adult at once.");
        document.Title.ShouldBe("Photo Policy of the School");
    }

    [Theory]
    [InlineData("1.1 Staff must not message pupils from", "a personal account.")]
    [InlineData("1.1 Staff must not", "message pupils from a personal account.")]
    public void SentenceTornByAPageEnd_IsOne(string first, string second)
    {
        var pdf = new SamplePdf()
            .Page()
            .Text(60, 815, "Ashfield School", 9)
            .Text(60, 780, "Photo Policy", 18, isBold: true)
            .Text(60, 740, "1 Staff", 13, isBold: true)
            .Lines(60, 100, first)
            .Text(280, 30, "Page 1 of 2", 9)
            .Page()
            .Text(60, 815, "Ashfield School", 9)
            .Lines(60, 780, second, "1.2 Staff must tell the headteacher.")
            .Text(280, 30, "Page 2 of 2", 9);

        var document = Read(pdf);

        document.Title.ShouldBe("Photo Policy");
        document.Clauses.Select(clause => clause.Id).ShouldBe(["1", "1.1", "1.2"]);
        ListTests.Text(document, "1.1").ShouldBe("Staff must not message pupils from a personal account.");
        string.Join(' ', document.Notes).ShouldContain("Ashfield School | Page 1 of 2");
    }

    [Fact]
    public void PageAlone_LosesItsHeadAndFootAndKeepsItsHeading()
    {
        var pdf = new SamplePdf()
            .Page()
            .Text(60, 820, "Ashfield School, Luton", 8)
            .Text(60, 770, "Photo Policy", 18, isBold: true)
            .Text(60, 730, "Responsibilities of the governing body", 11, isBold: true)
            .Lines(
                60,
                712,
                "Governors see to it that this policy is kept by everybody who works in the school, and that",
                "it is looked at each year."
            )
            .Text(280, 30, "Page 1 of 1", 9);

        var document = Read(pdf);

        document.Title.ShouldBe("Photo Policy");
        document.Clauses.ShouldHaveSingleItem().Heading.ShouldBe("Responsibilities of the governing body");
        document
            .Clauses[0]
            .Paragraphs.ShouldHaveSingleItem()
            .Text.ShouldBe(
                "Governors see to it that this policy is kept by everybody who works in the school, and that it is "
                    + "looked at each year."
            );
        string.Join(' ', document.Notes)
            .ShouldSatisfyAllConditions(
                notes => notes.ShouldContain("Ashfield School, Luton"),
                notes => notes.ShouldContain("Page 1 of 1")
            );
    }

    [Fact]
    public void TableWithRules_IsReadCellByCell()
    {
        var pdf = new SamplePdf()
            .Page()
            .Text(60, 790, "Photo Policy", 18, isBold: true)
            .Text(60, 750, "1 Staff", 13, isBold: true);
        foreach (var height in new[] { 735.0, 715, 680, 650 })
        {
            pdf.Rule(55, 520, height);
        }

        pdf.Text(60, 720, "Do")
            .Text(300, 720, "Do not")
            .Lines(60, 702, "Use school email for", "all that you write.")
            .Lines(300, 702, "Message pupils from a", "personal account.")
            .Lines(60, 665, "Tell the headteacher.")
            .Lines(300, 665, "Accept requests from pupils.");

        Read(pdf)
            .Clauses.SelectMany(clause => clause.Paragraphs)
            .Select(paragraph => paragraph.Text)
            .ShouldBe([
                "Do: use school email for all that you write.",
                "Do not: message pupils from a personal account.",
                "Do: tell the headteacher.",
                "Do not: accept requests from pupils.",
            ]);
    }

    [Fact]
    public void WrappedParagraphs_AreWholeAndApart()
    {
        var pdf = new SamplePdf()
            .Page()
            .Text(60, 790, "Photo Policy", 18, isBold: true)
            .Text(60, 750, "1 Staff", 13, isBold: true)
            .Lines(
                60,
                730,
                "1.1 Staff must keep in mind that whatever they write on the internet may be read by the",
                "Headteacher, by parents and by pupils, in",
                "1.2 million copies or more.",
                "1.2 Staff must not message pupils."
            );

        var document = Read(pdf);

        document.Clauses.Select(clause => clause.Id).ShouldBe(["1", "1.1", "1.2"]);
        ListTests
            .Text(document, "1.1")
            .ShouldBe(
                "Staff must keep in mind that whatever they write on the internet may be read by the Headteacher, "
                    + "by parents and by pupils, in 1.2 million copies or more."
            );
    }

    private static ImportedDocument Read(SamplePdf pdf)
    {
        var result = PolicyImport.Read(pdf.Bytes());
        return result.Document.ShouldNotBeNull(result.Problem);
    }
}
