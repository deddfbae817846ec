using System.Text;
using Shouldly;

namespace Lanyard.Import.Tests;

/// <summary>Markdown, HTML and RTF are read as what they are.</summary>
public sealed class MarkupTests
{
    [Fact]
    public void Markdown_FrontMatterAndListOfOnes_AreRead()
    {
        var document = Read(
            "\uFEFF---\r\ntitle: \"Photos: policy\"\r\nreview_date: 01/09/2026\r\nlayout: page\r\n---\r\n\r\n# "
                + "Photos policy\r\n\r\n## Staff\r\n\r\n1. Staff must not message pupils.\r\n1. Staff must tell the "
                + "headteacher at once.\r\n\r\n## Pupils\r\n\r\n* Pupils must not post unkind comments.\r\n"
        );

        document.Title.ShouldBe("Photos: policy");
        document.Facts.Reviewed.ShouldBeNull();
        document.Clauses.Select(clause => clause.Id).ShouldBe(["staff", "staff 1", "staff 2", "pupils", "pupil 1"]);
        string.Join(' ', document.Notes)
            .ShouldSatisfyAllConditions(
                notes => notes.ShouldContain("layout: page"),
                notes => notes.ShouldContain("01/09/2026")
            );
    }

    [Fact]
    public void Markdown_HeadingsTablesLinksFootnotesAndComments_AreWhatTheyAre()
    {
        var document = Read(
            "Photo policy\n============\n\n1 Staff\n-------\n\n1.1 Staff must not message pupils.\n\n1.2 Staff must "
                + "not follow [pupils](http://x.example).[^1]\n\n<!-- draft: Staff may do anything -->\n\n[^1]: "
                + "Former pupils too.\n\n| Do | Do not |\n|---|---|\n| Use email | Ring pupils "
                + "|\n\n```policy\nStaff may message a student.\n```\n"
        );

        document.Title.ShouldBe("Photo policy");
        document.Clauses.Select(clause => clause.Id).ShouldBe(["1", "1.1", "1.2"]);
        document
            .Clauses[2]
            .Paragraphs.Select(paragraph => paragraph.Text)
            .ShouldBe([
                "Staff must not follow pupils (footnote: Former pupils too).",
                "Do: use email",
                "Do not: ring pupils",
            ]);
        string.Join('\n', document.Notes)
            .ShouldSatisfyAllConditions(
                notes => notes.ShouldContain("a hidden comment was left out: \"draft: Staff may do anything\""),
                notes =>
                    notes.ShouldContain(
                        "a fenced block was left out, since it is no text of the policy: \"Staff may message a "
                            + "student.\""
                    )
            );
    }

    [Fact]
    public void Html_HeadingsListsAndTables_AreRead()
    {
        var document = Read(
            "<!doctype html><html><head><title>x</title><style>p{}</style></head><body><h1>Photo Policy</h1><h2>1 "
                + "Staff</h2><p>1.1 Staff must not:<ul><li>message <b>pupils</b>;</li><li>follow pupils.</li></ul>"
                + "<p>1.2 Staff must not<br>email pupils.</p><!-- secret --><table><tr><th>Do</th><th>Do "
                + "not</th></tr><tr><td>Use email</td><td>Ring pupils</td></tr></table><script>var "
                + "staff;</script></body></html>"
        );

        document.Title.ShouldBe("Photo Policy");
        document
            .Clauses[1]
            .Paragraphs.Select(paragraph => paragraph.Text)
            .ShouldBe(["Staff must not:", "message pupils;", "follow pupils."]);
        document
            .Clauses[2]
            .Paragraphs.Select(paragraph => paragraph.Text)
            .ShouldBe(["Staff must not email pupils.", "Do: use email", "Do not: ring pupils"]);
        document.Notes.ShouldContain("a hidden comment was left out: \"secret\"");
    }

    [Fact]
    public void Rtf_ParagraphsListsAndTables_AreRead()
    {
        var document = Read(
            "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\*\\generator x;}{\\header Ashfield "
                + "School\\par}Photo Policy\\par\\pard 1 Staff\\par 1.1 Staff must not:\\par {\\listtext\\tab "
                + "(a)\\tab}message pupils\\rquote  friends;\\par {\\listtext\\'b7\\tab}follow \\u233?lo\\'efse.\\par"
                + "\\pard 1.2 Staff must not {\\strike never }email pupils{\\footnote Former pupils "
                + "too.}.\\par\\trowd\\intbl Do\\cell Do not\\cell\\row\\trowd\\intbl Use email\\cell Ring "
                + "pupils\\cell\\row\\pard}"
        );

        document.Title.ShouldBe("Photo Policy");
        document
            .Clauses[1]
            .Paragraphs.Select(paragraph => paragraph.Printed)
            .ShouldBe(["Staff must not:", "(a) message pupils’ friends;", "follow éloïse."]);
        document
            .Clauses[2]
            .Paragraphs.Select(paragraph => paragraph.Text)
            .ShouldBe([
                "Staff must not email pupils (footnote: Former pupils too).",
                "Do: use email",
                "Do not: ring pupils",
            ]);
        string.Join('\n', document.Notes)
            .ShouldSatisfyAllConditions(
                notes => notes.ShouldContain("Ashfield School"),
                notes => notes.ShouldContain("struck-through text was left out: \"never\"")
            );
    }

    private static ImportedDocument Read(string text) =>
        PolicyImport.Read(Encoding.UTF8.GetBytes(text)).Document.ShouldNotBeNull();
}
