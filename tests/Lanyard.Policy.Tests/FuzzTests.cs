using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lanyard.Decisions.Situations;
using Lanyard.Policy.Analysis;
using Lanyard.Policy.Diagnostics;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Policy.Tests;

/// <summary>Bad input of every kind: a clear answer, never an exception.</summary>
public sealed class FuzzTests
{
    [Fact]
    public void PolicyText_HoweverMangled_CompilesOrSaysWhy()
    {
        var random = new Random(101);
        var texts = Repository.Policies.Select(name => Repository.Read("policies", name)).Select(text => text[..Math.Min(text.Length, 5_000)]).ToList();
        for (var count = 0; count < 600; count++)
        {
            var text = Mangling.Of(texts[random.Next(texts.Count)], random);
            var result = SamplePolicy.Compile(text);

            (result.Policy is not null || result.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error)).ShouldBeTrue();
            foreach (var diagnostic in Linter.Check(result, SamplePolicy.Today))
            {
                DiagnosticText.Render(diagnostic).ShouldStartWith(diagnostic.Code);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("---")]
    [InlineData("---\n---\n")]
    [InlineData("---\npolicy: [[[[[[[[\n---\n")]
    [InlineData("---\n? ? ? ? : -\n---\n")]
    [InlineData("---\npolicy: &a [*a]\norganisation: *a\n---\n## 1 X\n")]
    [InlineData("## 1 X\n\n```policy\n,,,, unless unless unless .\nWhen , they must .\nWhen must\nAdvise :.\nA breach by.\nThis policy.\nIn this policy, \"x\" means.\nmust have.\n```\n")]
    [InlineData("## 1 X\n\n```scenario\n→\n-> permitted\n.\nAn official account with.\nThis policy on tomorrow.\n```\n")]
    public void PolicyText_OfOddShape_CompilesOrSaysWhy(string text) => Linter.Check(SamplePolicy.Compile(text), SamplePolicy.Today).ShouldNotBeEmpty();

    [Fact]
    public void AnyText_CompilesOrSaysWhy() =>
        Prop.ForAll<string>(text =>
        {
            var result = SamplePolicy.Compile(text ?? "");
            return result.Policy is not null || !result.Diagnostics.IsEmpty;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void PolicyText_NestedDeeplyAfterItsFrontMatter_IsNotSaidToLackIt()
    {
        var text = SamplePolicy.Text("Staff must not message a student.") + "\n" + new string('>', 20_000) + " deep\n";

        Linter.Check(SamplePolicy.Compile(text), SamplePolicy.Today).ShouldHaveSingleItem().Code.ShouldBe("LAN0114");
    }

    [Theory]
    [InlineData("Staff may \u202Enever\u202C message.", 2)]
    [InlineData("Staff \u2066may\u2069 message.", 2)]
    [InlineData("A caf\u00E9 is fine, and so is an arrow \u2192.", 0)]
    public void Prose_WithHiddenMarksOfDirection_IsRefused(string prose, int marks)
    {
        var text = SamplePolicy.Text("Staff must not message a student.").Replace("## 1 Conduct", $"## 1 Conduct\n\n{prose}", StringComparison.Ordinal);

        SamplePolicy.Compile(text).Diagnostics.Count(diagnostic => diagnostic.Code == "LAN0113").ShouldBe(marks);
    }

    [Theory]
    [InlineData("Staff must not message a student", " or a parent", 30_000, "LAN0308")]
    [InlineData("Staff must not message a student", " unless the headteacher has approved it", 9_000, "LAN0308")]
    [InlineData("Staff must not message a student.\n```\n\n", "[a](", 97_500, "LAN0115")]
    [InlineData("Staff must not message a student.\n```\n\n", "![", 190_000, "LAN0115")]
    [InlineData("Staff must not message a student.\n```\n\n", "*a **a ", 55_000, null)]
    [InlineData("Staff must not message a student.\n```\n\n", "|a", 190_000, null)]
    public void PolicyText_MadeToBeSlow_IsAnsweredInSeconds(string start, string piece, int times, string? code)
    {
        var text = SamplePolicy.Text("X.").Replace("X.", start + new StringBuilder().Insert(0, piece, times) + ".", StringComparison.Ordinal);
        var clock = Stopwatch.StartNew();

        var found = Linter.Check(SamplePolicy.Compile(text), SamplePolicy.Today);

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        (code is null || found.Any(diagnostic => diagnostic.Code == code)).ShouldBeTrue();
    }

    [Fact]
    public void PolicyText_OfParagraphsAndStatementsJustShortEnough_IsAnsweredInSeconds()
    {
        var statement = "Staff must not message a student" + new StringBuilder().Insert(0, " or a parent", 160) + ".\n";
        var statements = SamplePolicy.Text("X.").Replace("X.\n", new StringBuilder().Insert(0, statement, 200).ToString(), StringComparison.Ordinal);
        var brackets = SamplePolicy.Text("X.").Replace("```policy", new StringBuilder().Insert(0, new StringBuilder().Insert(0, "[a](", 1_000) + "\n\n", 97) + "```policy", StringComparison.Ordinal);
        var clock = Stopwatch.StartNew();

        Linter.Check(SamplePolicy.Compile(statements), SamplePolicy.Today);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        clock.Restart();
        Linter.Check(SamplePolicy.Compile(brackets), SamplePolicy.Today);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void PolicyText_NestedDeeply_IsRefusedAndDoesNotEndTheProcess()
    {
        SamplePolicy.Compile(new string('>', 50_000) + "\n").Diagnostics.ShouldNotBeEmpty();
        SamplePolicy.Compile("---\npolicy: " + new string('[', 50_000) + "\n---\n").Diagnostics.ShouldNotBeEmpty();
        SamplePolicy.Compile("---\n" + string.Concat(Enumerable.Range(0, 3_000).Select(at => new string(' ', at) + "a:\n")) + "---\n").Diagnostics.ShouldNotBeEmpty();
    }

    [Fact]
    public void JsonSituation_HoweverMangled_IsReadOrSaysWhy()
    {
        const string Good = """{ "actor": "teacher", "act": ["message", "email"], "towards": "parent", "offensive": true, "headteacher-approval": false, "age": 12, "platform": null }""";
        var policy = SamplePolicy.Of("Staff must not message a student.");
        var random = new Random(7);
        for (var count = 0; count < 3_000; count++)
        {
            var read = SituationReader.Read(policy, Mangling.Of(Good, random), SamplePolicy.Today);
            (read.Situation is null).ShouldBe(!read.Problems.IsEmpty);
            read.Problems.ToList().ForEach(problem => DiagnosticText.Render(problem).ShouldNotBeEmpty());
        }
    }

    [Fact]
    public void Sentence_OfRandomWords_IsReadOrSaysWhy()
    {
        var policy = SamplePolicy.Of("Staff must not message a student.");
        var words = policy.Book.Known.ToList();
        var random = new Random(13);
        for (var count = 0; count < 3_000; count++)
        {
            var told = string.Join(' ', Enumerable.Range(0, random.Next(1, 14)).Select(_ => words[random.Next(words.Count)])) + ".";
            var read = SituationReader.Read(policy, told, SamplePolicy.Today);
            (read.Situation is null).ShouldBe(!read.Problems.IsEmpty, told);
        }
    }
}
