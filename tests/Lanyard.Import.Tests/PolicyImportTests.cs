using System.Collections.Immutable;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Literate;
using Lanyard.Policy.Text;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Import.Tests;

public sealed class PolicyImportTests
{
    private const string Trust = """
        Social Media Rules

        Version	Date	Action
        1	May 2024	Draft
        2	June 2024	Ratified by the board

        CONTENTS
        1. Beginnings	2
        2. At home	2-3

        1 BEGINNINGS

        - 1.1 These rules are for everybody who works in the trust, whatever they do there.
        - 1.2 They hold on weekdays and at weekends, and nobody may choose

        - which of them to keep to and which of them to leave aside.
        - Nothing here takes away anybody's right to a private life of their own.
        - 1.4 Staff must not send messages to pupils from a personal account.
        2 AT HOME

        Reputation

        - 2.1 Before you post, think of:
            - Who may see it later.
            - Who may pass it on to others.
        - 2.2 Mrs J Ashcroft answers questions about these rules, e.g. about accounts.
        """;

    [Fact]
    public void Read_NumberedDocument_RestoresLostNumbersAndJoinsHalves()
    {
        var document = Read(Trust);

        document.Title.ShouldBe("Social Media Rules");
        document.Clauses.Select(clause => clause.Id).ShouldBe(["1", "1.1", "1.2", "1.3", "1.4", "2", "2.1", "2.2"]);
        Clause(document, "1.2")
            .Paragraphs[0]
            .Text.ShouldEndWith("nobody may choose which of them to keep to and which of them to leave aside.");
        Clause(document, "1.3").Paragraphs[0].Text.ShouldStartWith("Nothing here takes away");
        Clause(document, "2.1").Paragraphs.Count(paragraph => paragraph.IsItem).ShouldBe(2);
        document.Notes.ShouldContain("the number 1.3 was lost and has been restored");
        document.Facts.History.ShouldBe([new("1", "2024-05", "Draft"), new("2", "2024-06", "Ratified by the board")]);
    }

    [Fact]
    public void Read_WholeNumbers_AreClauses_UnlessTheyAreAListWithinOne()
    {
        Read(
            "Social Networking Policy\n\n1. Staff must not contact pupils on social media.\n2. Staff must not post "
                + "photographs of pupils.\n3. Staff should keep their accounts private.\n"
        )
            .Clauses.Select(clause => clause.Id)
            .ShouldBe(["1", "2", "3"]);
        Read(
            "Social Networking Policy\n\n1 Conduct\n1.1 Staff must keep these rules in mind:\n1. Never message a "
                + "pupil.\n2. Never follow a pupil.\n1.2 Staff must accept this policy.\n"
        )
            .Clauses.Select(clause => clause.Id)
            .ShouldBe(["1", "1.1", "1.2"]);
    }

    [Fact]
    public void Read_HeadingWithoutANumber_StandsOverTheClauseBelowIt()
    {
        var document = Read(Trust);

        Clause(document, "2.1").Heading.ShouldBe("Reputation");
        document.Notes.ShouldContain("the heading \"Reputation\" has no number; it stands over 2.1 here");
    }

    [Theory]
    [InlineData(
        "Ashfield Primary School\nOnline Conduct Policy\n\n1 Aims\n1.1 Staff are kept safe by these rules.\n",
        "Ashfield Primary School"
    )]
    [InlineData(
        "Online Conduct Policy\n\nAshfield and Hill Nursery Schools Federation\n\n1 Aims\n1.1 Staff are kept safe "
            + "by these rules.\n",
        "Ashfield and Hill Nursery Schools Federation"
    )]
    [InlineData(
        "Online Conduct Policy\n\nVersion\tDate\tAction\n1\tMay 2024\tRatified by the Ashfield Trust\n\n1 Aims\n1.1 "
            + "Staff are kept safe by these rules.\n",
        "Ashfield Trust"
    )]
    [InlineData(
        "Online Conduct Policy\n\nVersion\tDate\tAction\n1\tMay 2024\tRatified by the Trust\n\n1 Aims\n1.1 Staff "
            + "are kept safe by these rules.\n",
        null
    )]
    [InlineData("Online Conduct Policy\n\nThe Whole School\n\n1 Aims\n1.1 Staff are kept safe by these rules.\n", null)]
    public void Read_Organisation_IsToldOnlyWhereItIsPlain(string text, string? organisation) =>
        Read(text).Facts.Organisation.ShouldBe(organisation);

    [Fact]
    public void Draft_OfALongSentence_QuotesAllOfIt()
    {
        var sentence =
            $"Staff must keep in mind that "
                + $"{string.Join(" and ", Enumerable.Repeat("what they write may be read by others", 8))}.";

        PolicyDraft
            .Write(Read($"Safety Policy\n\n1 Aims\n1.1 {sentence}\n"), "x", "O", _ => [])
            .ShouldContain($"### 1.1\n");
        PolicyDraft
            .Write(Read($"Safety Policy\n\n1 Aims\n1.1 {sentence}\n"), "x", "O", _ => [])
            .ShouldContain($"From: \"{sentence}\"\n");
    }

    [Fact]
    public void Draft_OfAList_ProposesForItsItemsWithWhatLeadsIntoThem()
    {
        var asked = new List<string>();
        PolicyDraft.Write(
            Read(
                "Safety Policy\n\n1 Aims\n\n1.1 These are rules. Staff must not:\n- post photographs of pupils;\n- "
                    + "message pupils.\n1.2 Staff take care.\n"
            ),
            "x",
            "O",
            sentence =>
            {
                asked.Add(sentence);
                return [];
            }
        );

        asked.ShouldBe([
            "These are rules.",
            "Staff must not:",
            "Staff must not: post photographs of pupils;",
            "Staff must not: message pupils.",
            "Staff take care.",
        ]);
    }

    [Fact]
    public void Read_NamesOfPersons_AreLeftOut()
    {
        var document = Read(Trust);

        Clause(document, "2.2")
            .Paragraphs[0]
            .Text.ShouldBe("[name left out] answers questions about these rules, e.g. about accounts.");
        document.Notes.ShouldContain("the name of a person was left out: write the role instead");
    }

    [Fact]
    public void Read_DocumentWithoutNumbers_NamesItsClauses()
    {
        var document = Read(
            """
            Online Conduct Policy

            Staff Expectations

            - Staff must keep a professional distance from pupils online.
            - Staff must tell the designated safeguarding lead of any concern at once.

            What follows a breach

            - **Pupils:** A breach is dealt with under the behaviour policy of the school.
            - **Staff:** A breach is dealt with under the disciplinary policy of the school.

            Review

            These rules are reviewed every year.

            March 2025
            """
        );

        document
            .Clauses.Select(clause => clause.Id)
            .ShouldBe(["staff", "staff 1", "staff 2", "what", "what pupils", "what staff", "review"]);
        document.Facts.Reviewed.ShouldBe("2025-03");
    }

    [Theory]
    [InlineData(
        "1.\nAims\n\n1.1\nStaff are kept safe by these rules and pupils are as well.\n\n1.2\nThe school keeps its "
            + "good name.\n"
    )]
    [InlineData(
        "[bookmark: _abc12]1. Aims\n1.1 Staff are kept safe by these rules and pupils are as well.\n1.2 The school "
            + "keeps its good name.\n"
    )]
    [InlineData(
        "# Policy\r\n\r\n## 1 Aims\r\n\r\n1.1 Staff are kept safe by these rules and pupils are as well.\r\n\r\n1.2 "
            + "The school keeps its good name."
    )]
    public void Read_NumbersWhereverTheyStand_AreFound(string text)
    {
        var document = Read("Safety Policy\n\n" + text);

        document.Clauses.Select(clause => clause.Id).ShouldBe(["1", "1.1", "1.2"]);
        Clause(document, "1.1")
            .Paragraphs[0]
            .Text.ShouldBe("Staff are kept safe by these rules and pupils are as well.");
    }

    [Fact]
    public void Read_OtherEncodings_AreTold()
    {
        const string Text =
            "Policy\n\n1 Aims\n1.1 Nobody says “no” – not even here, where it is about pupils’ photographs.\n";
        foreach (
            var bytes in new[]
            {
                Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Text)).ToArray(),
                Encoding.UTF8.GetBytes(Text),
                CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Text),
            }
        )
        {
            PolicyImport
                .Read(bytes)
                .Document!.Clauses.Single(clause => clause.Id == "1.1")
                .Paragraphs[0]
                .Text.ShouldContain("“no” – not");
        }
    }

    [Fact]
    public void Read_Docx_KeepsHeadingsNumbersAndTables()
    {
        var document = PolicyImport
            .Read(
                Docx(
                    "Photo Policy",
                    ["1 Aims", "1.1 Photographs of pupils are taken with care by everybody."],
                    "Version\t1"
                )
            )
            .Document!;

        document.Title.ShouldBe("Photo Policy");
        document.Clauses.Select(clause => clause.Id).ShouldBe(["1", "1.1"]);
    }

    [Fact]
    public void Read_DamagedDocx_SaysSo()
    {
        var good = Docx("Photo Policy", ["1 Aims", "1.1 Photographs of pupils are taken with care."], "Version\t1");
        var random = new Random(29);
        for (var count = 0; count < 150; count++)
        {
            var bad = (byte[])good.Clone();
            for (var flip = random.Next(1, 12); flip > 0; flip--)
            {
                bad[random.Next(bad.Length)] ^= (byte)(1 << random.Next(8));
            }

            var result = PolicyImport.Read(count % 4 == 0 ? bad.AsMemory(0, random.Next(4, bad.Length)) : bad);
            (result.Document is null).ShouldBe(result.Problem is not null);
        }
    }

    [Theory]
    [InlineData("", "There is no text in this document. If it is a scan, it has to be read by text recognition first.")]
    [InlineData(
        "\u0001\u0002\u0003\u0004",
        "This is neither text, nor Markdown, nor a DOCX, PDF, RTF or HTML file. Save the document as one of these "
            + "and try again."
    )]
    [InlineData("%PDF-1.7 ...", "This PDF is damaged. Open it, save it again, and try once more.")]
    public void Read_WhatIsNoDocument_SaysWhatToDo(string content, string problem) =>
        PolicyImport.Read(Encoding.UTF8.GetBytes(content)).Problem.ShouldBe(problem);

    [Fact]
    public void Draft_OfADocument_IsAPolicyThatWaitsForAPerson()
    {
        var draft = PolicyDraft.Write(Read(Trust), "rules.docx", "Ashfield \"Trust\": all", sentence =>
            sentence.Contains("must not") ? ["Staff must not message a student on a personal account."] : []
        );
        var policy = LiteratePolicy.From(new SourceText("draft.md", draft));

        policy.FrontMatter.Organisation.ShouldBe("Ashfield \"Trust\": all");
        policy.Clauses.Select(clause => clause.Id).ShouldBe(["1", "1.1", "1.2", "1.3", "1.4", "2", "2.1", "2.2"]);
        policy.Diagnostics.Select(diagnostic => diagnostic.Code).Distinct().ShouldBe(["LAN0110"]);
        draft.ShouldContain(
            "```proposed\nFrom: \"Staff must not send messages to pupils from a personal account.\"\nStaff must not "
                + "message a student on a personal account.\n```"
        );
        draft.ShouldContain("No proposal.");
        SamplePolicy.Compile(draft).Policy.ShouldBeNull();
    }

    [Theory]
    [InlineData("```\n---\n# not a heading\n> quote\n")]
    [InlineData("- - - -\n1.1 \"quoted: [x]\" {y} & *z* !tag %percent @at `tick`.\n")]
    public void Draft_OfHostileText_IsStillOnePolicy(string text)
    {
        var draft = PolicyDraft.Write(Read("Odd Policy\n\n1 Part\n" + text), "x", "O", _ =>
            ImmutableArray<string>.Empty
        );
        var policy = LiteratePolicy.From(new SourceText("draft.md", draft));

        policy.FrontMatter.Policy.ShouldBe("Odd Policy");
        policy.Diagnostics.ShouldNotContain(diagnostic =>
            diagnostic is FrontMatterUnreadable || diagnostic is UnknownBlock
        );
    }

    [Fact]
    public void Sentences_KnowAbbreviationsNumbersAndAddresses() =>
        Sentences
            .Of("See 4.10, e.g. on www.example.org. Ask Mrs. Green. \"Is it so?\" It is.")
            .ShouldBe(["See 4.10, e.g. on www.example.org.", "Ask Mrs. Green.", "\"Is it so?\"", "It is."]);

    private static ImportedDocument Read(string text) => PolicyImport.Read(Encoding.UTF8.GetBytes(text)).Document!;

    private static ImportedClause Clause(ImportedDocument document, string id) =>
        document.Clauses.Single(clause => clause.Id == id);

    private static byte[] Docx(string title, string[] paragraphs, string row)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var body = new Body(Paragraph(title));
            body.Append(new Table(new TableRow(row.Split('\t').Select(cell => new TableCell(Paragraph(cell))))));
            paragraphs.ToList().ForEach(paragraph => body.Append(Paragraph(paragraph)));
            document.AddMainDocumentPart().Document = new Document(body);
        }

        return stream.ToArray();
    }

    private static Paragraph Paragraph(string text) =>
        new(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(text)));
}
