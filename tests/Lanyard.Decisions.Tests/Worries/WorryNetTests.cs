using Lanyard.Decisions.Worries;
using Lanyard.Domain.Vocabulary;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Decisions.Tests.Worries;

/// <summary>The net for worries: none is lost, ordinary questions pass through it, and it names who must be
/// told.</summary>
public sealed class WorryNetTests
{
    private static readonly WorryNet Net = new();

    public static TheoryData<string, string> Examples =>
        [.. WorryBook.Shipped.Patterns.SelectMany(pattern => pattern.Examples
            .Select(example => new TheoryDataRow<string, string>(pattern.Kind, example)))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Hear_AnExampleOfTheWordFile_HearsItsKind(string kind, string example)
    {
        var (role, text) = (example[..example.IndexOf(':', StringComparison.Ordinal)],
            example[(example.IndexOf(':', StringComparison.Ordinal) + 1)..]);

        Hear(role, text).ShouldNotBeNull().Kinds.ShouldContain(kind);
    }

    [Fact]
    public void WordFile_EveryPattern_HasAnExample_AndOnlyGroupsThatHaveWords()
    {
        WorryBook.Shipped.Patterns.Where(pattern => pattern.Examples.IsEmpty)
            .Select(pattern => string.Join(" + ", pattern.Groups)).ShouldBeEmpty();
        WorryBook.Shipped.Patterns.SelectMany(pattern => pattern.Groups).Except(WorryBook.Shipped.Groups)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Hear_WhatPeopleTellInTheirOwnWords_LosesNone() =>
        Told("worry").Where(told => Hear(told.Role, told.Text) is null).Select(told => told.Text).ShouldBeEmpty();

    [Fact]
    public void Hear_OrdinaryQuestions_RaisesAtMostThreeFalseAlarmsInAHundred()
    {
        var ordinary = Told("ordinary");

        var alarms = ordinary.Where(told => Hear(told.Role, told.Text) is not null).Select(told => told.Text).ToList();

        (alarms.Count * 100).ShouldBeLessThanOrEqualTo(ordinary.Count * 3, string.Join('\n', alarms));
    }

    [Theory]
    [InlineData("student", "i dont want to be here any more", "trusted adult, designated safeguarding lead, Childline")]
    [InlineData("student", "the head teacher asked for my snap and said keep it between us",
        "trusted adult, chair of governors, designated safeguarding lead, Childline")]
    [InlineData("teacher", "a pupil told me that her dad hits her", "designated safeguarding lead")]
    [InlineData("teacher", "a boy has a knife in his bag", "designated safeguarding lead, police")]
    [InlineData("teacher", "The deputy has been texting a sixth former at night",
        "headteacher, designated safeguarding lead")]
    [InlineData("teacher", "Our head has been sending a girl messages with hearts",
        "chair of governors, designated safeguarding lead")]
    [InlineData("headteacher", "One of our teachers kissed a pupil", "LADO, designated safeguarding lead, police")]
    [InlineData("chair of governors", "The headteacher hit a pupil", "LADO, designated safeguarding lead")]
    [InlineData("designated safeguarding lead", "A pupil says that her father hits her",
        "children's social care, police")]
    [InlineData("designated safeguarding lead", "A teacher kissed a pupil", "headteacher, LADO, police")]
    public void Hear_AWorry_NamesWhoMustBeTold_AndNeverTheOneItIsAbout(string role, string text, string tell) =>
        string.Join(", ", Hear(role, text).ShouldNotBeNull().Tell).ShouldBe(tell);

    [Theory]
    [InlineData("im scard of my dad")]
    [InlineData("im skared of my dad")]
    [InlineData("im scaered of my dad")]
    [InlineData("im fritened of my dad")]
    public void Hear_HoweverItIsSpelt_HearsIt(string text) => Hear("student", text).ShouldNotBeNull().Kinds
        .ShouldContain("harm at home");

    [Fact]
    public void Hear_AChild_SaysThatTheyDidNothingWrong_AndWhereHelpIs() =>
        Hear("student", "my uncle touches me").ShouldNotBeNull().Text.ShouldBe(
            "You have done nothing wrong. Tell an adult you trust now, or the designated safeguarding lead. If somebody is in danger now, call 999. "
            + "You can talk to Childline at any time on 0800 1111. It is free.");

    [Theory]
    [InlineData("")]
    [InlineData("   ?!")]
    [InlineData("𝕏 \u200b \ud83d\ude2d")]
    public void Hear_WhatHasNoWords_IsNoWorry(string text) => Hear("student", text).ShouldBeNull();

    [Fact]
    public void Hear_AWordThatGoesOnAndOn_Ends() =>
        Hear("student", new string('k', 20_000) + " " + string.Concat(Enumerable.Repeat("knife bag ", 3_000)))
            .ShouldNotBeNull();

    private static Worry? Hear(string role, string text) =>
        Net.Hear(text.Trim(), Lexicon.Shipped.FindConcept(Lexicon.Shipped.Actor, role));

    private static List<(string Role, string Text)> Told(string kind) =>
        [.. Repository.Read("tests", "Lanyard.Decisions.Tests", "Worries", "told.tsv")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))
            .Where(cells => cells[0] == kind).Select(cells => (cells[1], cells[2]))];
}
