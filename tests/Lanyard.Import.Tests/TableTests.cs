using Shouldly;

namespace Lanyard.Import.Tests;

/// <summary>A cell keeps the headings of its row and column, and a ban is never turned into an instruction.</summary>
public sealed class TableTests
{
    [Theory]
    [InlineData("Do", "Do not")]
    [InlineData("✓ Do", "✗ Do not")]
    [InlineData("Allowed", "Not allowed")]
    [InlineData("Staff should", "Staff must not")]
    [InlineData("Acceptable", "Unacceptable")]
    public void Columns_ThatCarryTheForceOfTheRule_StandBeforeEachCell(string yes, string no)
    {
        var said = Said(
            SampleDocx.Table(
                [yes, no],
                ["Use school email.", "Message pupils from a personal account."],
                ["Tell the headteacher.", "Accept friend requests from pupils."],
                ["", "Post when angry"]
            )
        );

        var (good, bad) = (yes.Trim('✓', ' '), no.Trim('✗', ' '));
        said.ShouldBe([
            $"{good}: use school email.",
            $"{bad}: message pupils from a personal account.",
            $"{good}: tell the headteacher.",
            $"{bad}: accept friend requests from pupils.",
            $"{bad}: post when angry",
        ]);
    }

    [Fact]
    public void CellUnderItsHeading_IsOfferedAsARuleForThoseOfTheSection()
    {
        var document = Read(
            SampleDocx.Heading("1 Staff")
                + SampleDocx.Table(["Do", "Do not"], ["Use school email.", "Message pupils from a personal account."])
        );

        PolicyDraft
            .Write(document, "x", "O", sentence =>
                sentence.StartsWith("Staff must", StringComparison.Ordinal) ? [sentence] : []
            )
            .ShouldSatisfyAllConditions(
                draft => draft.ShouldContain("From: \"Do: use school email.\"\nStaff must use school email.\n"),
                draft =>
                    draft.ShouldContain(
                        "From: \"Do not: message pupils from a personal account.\"\nStaff must not message pupils "
                            + "from a personal account.\n"
                    )
            );
    }

    [Fact]
    public void Ticks_AreSaidWithTheHeadingsOfTheirRowAndColumn() =>
        Said(
                SampleDocx.Table(
                    ["", "Staff", "Parents"],
                    ["Message pupils", "✗", "✓"],
                    ["Post photographs of events", "✓", "✗"]
                )
            )
            .ShouldBe([
                "Message pupils, Staff: ✗ (no)",
                "Message pupils, Parents: ✓ (yes)",
                "Post photographs of events, Staff: ✓ (yes)",
                "Post photographs of events, Parents: ✗ (no)",
            ]);

    [Fact]
    public void TicksOfASymbolFont_AreTicks()
    {
        const string Tick = "</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:t>";
        const string Cross = "</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0FB\"/><w:t>";

        Said(SampleDocx.Table(["Act", "Staff", "Pupils"], ["Message pupils", Cross, Tick]))
            .ShouldBe(["Message pupils, Staff: ✗ (no)", "Message pupils, Pupils: ✓ (yes)"]);
    }

    [Fact]
    public void Cells_OfSeveralPeople_KeepBothHeadings() =>
        Said(
                SampleDocx.Table(
                    ["Who", "At work", "At home"],
                    ["Staff", "Use the school's account.", "Do not message pupils."],
                    ["Governors", "Ask the clerk first.", "Say that the view is your own."]
                )
            )
            .ShouldBe([
                "Staff, At work: Use the school's account.",
                "Staff, At home: Do not message pupils.",
                "Governors, At work: Ask the clerk first.",
                "Governors, At home: Say that the view is your own.",
            ]);

    [Fact]
    public void RowWithoutHeadings_IsOneSentenceACell() =>
        Said(
                SampleDocx.Table(
                    ["Staff must not message pupils.", "Pupils must not message staff."],
                    ["Parents may ask the school office.", "Governors may ask the clerk."]
                )
            )
            .ShouldBe([
                "Staff must not message pupils.",
                "Pupils must not message staff.",
                "Parents may ask the school office.",
                "Governors may ask the clerk.",
            ]);

    [Fact]
    public void ListInACell_StaysAList()
    {
        var cell =
            $"<w:tc>{SampleDocx.Paragraph("Staff must never:")}{SampleDocx.Paragraph("• message pupils")}"
            + $"{SampleDocx.Paragraph("• follow pupils")}</w:tc>";

        Said($"<w:tbl><w:tr><w:tc>{SampleDocx.Paragraph("At home")}</w:tc>{cell}</w:tr></w:tbl>")
            .ShouldBe(["At home: Staff must never:", "message pupils", "follow pupils"]);
    }

    [Theory]
    [InlineData("Version|3.1", "Owner|Computing lead", "Next review|March 2027")]
    [InlineData("Date of last review:|October 2025", "Approved by:|Governing body", "Review period|Annually")]
    public void TableOfFacts_IsLeftOutWithANoteThatSaysAllOfIt(params string[] rows)
    {
        var document = Read(
            SampleDocx.Table([.. rows.Select(row => row.Split('|'))])
                + SampleDocx.Heading("1 Staff")
                + SampleDocx.Paragraph("1.1 Staff must not message pupils.")
        );

        document.Clauses.Select(clause => clause.Id).ShouldBe(["1", "1.1"]);
        string.Join(' ', document.Notes)
            .ShouldSatisfyAllConditions([
                .. rows.SelectMany(row => row.Split('|'))
                    .Select(cell => (Action<string>)(notes => notes.ShouldContain(cell))),
            ]);
    }

    [Fact]
    public void TableOfOtherThings_IsKept() =>
        Said(
                SampleDocx.Table(
                    ["Year group", "Phones"],
                    ["Reception", "In the office all day"],
                    ["Year 6", "In a locker until the end of the day"]
                )
            )
            .ShouldBe([
                "Reception, Phones: In the office all day",
                "Year 6, Phones: In a locker until the end of the day",
            ]);

    [Theory]
    [InlineData("Review date|March 2027", null)]
    [InlineData("Next review|March 2027", null)]
    [InlineData("Review due|March 2027", null)]
    [InlineData("To be reviewed|March 2027", null)]
    [InlineData("Date of next review|March 2027", null)]
    [InlineData("Last reviewed|March 2025", "2025-03")]
    [InlineData("Date of last review|1st March 2025", "2025-03")]
    [InlineData("Approved by governors|12 March 2025", "2025-03")]
    public void ReviewThatIsToCome_IsNeverTakenForTheLast(string row, string? reviewed)
    {
        var cells = row.Split('|');
        const string Rest = "\n\n1 Staff\n\n1.1 Staff must not message pupils.\n";

        Read(
            SampleDocx.Table(cells)
                + SampleDocx.Heading("1 Staff")
                + SampleDocx.Paragraph("1.1 Staff must not message pupils.")
        )
            .Facts.Reviewed.ShouldBe(reviewed);
        ReadText($"Photo Policy\n\n{cells[0]}: {cells[1]}{Rest}").Facts.Reviewed.ShouldBe(reviewed);
        ReadText($"Photo Policy\n\n{cells[0]}\n{cells[1]}{Rest}").Facts.Reviewed.ShouldBe(reviewed);
        ReadText($"Photo Policy\n\n{cells[0]}\t{cells[1]}{Rest}").Facts.Reviewed.ShouldBe(reviewed);
    }

    [Theory]
    [InlineData("Version 3.1    Approved 12 March 2025    Next review: March 2027")]
    [InlineData("Version 3.1 Approved 12 March 2025 Next review: March 2027")]
    [InlineData("Version: 3.1 | Approved: 12/03/2025 | Next review: March 2027")]
    public void FactsInOneLine_AreFactsAndNoClause(string line)
    {
        var document = ReadText($"Photo Policy\n\n{line}\n\n1 Staff\n\n1.1 Staff must not message pupils.\n");

        document.Clauses.Select(clause => clause.Id).ShouldBe(["1", "1.1"]);
        document.Facts.Reviewed.ShouldBe("2025-03");
        document.Facts.History.ShouldHaveSingleItem().Version.ShouldBe("3.1");
        string.Join(' ', document.Notes).ShouldContain("Next review: March 2027");
    }

    private static List<string> Said(string table) =>
        [
            .. Read(SampleDocx.Heading("1 Staff") + table)
                .Clauses.SelectMany(clause => clause.Paragraphs)
                .Select(paragraph => paragraph.Text),
        ];

    private static ImportedDocument Read(string body) =>
        PolicyImport.Read(SampleDocx.Of(SampleDocx.Title("Photo Policy") + body)).Document.ShouldNotBeNull();

    private static ImportedDocument ReadText(string text) =>
        PolicyImport.Read(System.Text.Encoding.UTF8.GetBytes(text)).Document.ShouldNotBeNull();
}
