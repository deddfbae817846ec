using System.Text;
using Shouldly;

namespace Lanyard.Import.Tests;

/// <summary>Plain text: numbers inside sentences, items of clauses, heads and feet of pages.</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData(
        "1.1 In 2025 there were\n1.2 million reports. Staff must not message pupils.\n1.2 Staff must tell the "
            + "headteacher.",
        "In 2025 there were 1.2 million reports. Staff must not message pupils."
    )]
    [InlineData(
        "1.1 The ratio must be at most\n1.2 adults to a child.\n1.2 Staff must tell the headteacher.",
        "The ratio must be at most 1.2 adults to a child."
    )]
    [InlineData(
        "1.1 Staff must not follow pupils under\n16 years of age.\n1.2 Staff must tell the headteacher.",
        "Staff must not follow pupils under 16 years of age."
    )]
    [InlineData(
        "1.1 Staff must answer a message within\n3 school days.\n1.2 Staff must tell the headteacher.",
        "Staff must answer a message within 3 school days."
    )]
    public void NumberInsideASentence_IsNoClause(string text, string said)
    {
        var document = Read($"Policy\n1 Staff\n{text}\n");

        document.Clauses.Select(clause => clause.Id).ShouldBe(["1", "1.1", "1.2"]);
        ListTests.Text(document, "1.1").ShouldBe(said);
    }

    [Fact]
    public void Items_BelongToTheClauseAboveThemAndKeepTheirNumbers()
    {
        var document = Read(
            "Policy\n1) Staff must not message pupils.\n2) Staff must tell the headteacher.\na) at once;\nb) in "
                + "writing.\niii. Staff must use school email.\n"
        );

        document.Clauses.Select(clause => clause.Id).ShouldBe(["1", "2"]);
        document
            .Clauses[1]
            .Paragraphs.Select(paragraph => paragraph.Printed)
            .ShouldBe([
                "Staff must tell the headteacher.",
                "a) at once;",
                "b) in writing.",
                "iii. Staff must use school email.",
            ]);
    }

    [Theory]
    [InlineData(
        "POLICY\n1 Staff\n1.1 Staff must not message pupils.\nPage 1 of 3\nAnytown School Social Media Policy\n1.2 "
            + "Staff must not\nPage 2 of 3\nAnytown School Social Media Policy\nfollow pupils.\n\f1.3 Staff must "
            + "tell the head.\n"
    )]
    [InlineData(
        "POLICY\n1 Staff\n1.1 Staff must not message pupils.\n\n- 1 -\n\fAnytown School\n1.2 Staff must not\n\n- 2 "
            + "-\n\fAnytown School\nfollow pupils.\n1.3 Staff must tell the head.\n- 3 -\n\fAnytown School\n"
    )]
    public void HeadsAndFeetOfPages_AreLeftOutAndWhatTheyToreIsJoined(string text)
    {
        var document = Read(text);

        document.Clauses.Select(clause => clause.Id).ShouldBe(["1", "1.1", "1.2", "1.3"]);
        ListTests.Text(document, "1.2").ShouldBe("Staff must not follow pupils.");
        string.Join(' ', document.Notes).ShouldContain("Anytown School");
    }

    [Theory]
    [InlineData("Staff must not message pupils from\na personal account.\n")]
    [InlineData("Staff are not allowed to\n\nmessage pupils.\n")]
    public void FirstPieceOfASentence_IsNoHeadingAndNoTitle(string text)
    {
        var document = Read(text + "\nStaff must tell the headteacher.\n");

        document.Title.ShouldBe("Policy");
        document.Clauses.ShouldAllBe(clause => !clause.Heading.Contains("Staff", StringComparison.Ordinal));
    }

    [Fact]
    public void LongDocument_IsReadInLinearTime()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Read(Long(1_000));
        var once = clock.Elapsed;
        clock.Restart();
        Read(Long(8_000));

        clock.Elapsed.ShouldBeLessThan((once * 24) + TimeSpan.FromSeconds(1));
    }

    private static string Long(int clauses) =>
        "Long Policy\n\n"
        + string.Concat(
            Enumerable
                .Range(1, clauses)
                .Select(at =>
                    $"{(at % 20 == 1 ? $"Part {at}\n\n" : "")}Staff must keep rule {at} of these rules wherever "
                        + $"they are and whatever they do.\n\n- at home and\n- at work\n\n"
                )
        );

    private static ImportedDocument Read(string text) =>
        PolicyImport.Read(Encoding.UTF8.GetBytes(text)).Document.ShouldNotBeNull();
}
