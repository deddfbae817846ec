using System.Numerics;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Shouldly;

namespace Lanyard.Domain.Tests.Vocabulary;

public sealed class LexiconTests
{
    private static readonly Lexicon Words = Lexicon.Shipped;

    [Fact]
    public void Word_ThatHoldsOthers_StandsForAllOfThem()
    {
        var staff = Words.Concept(Words.Actor, "staff").Values;

        (staff & Words.Concept(Words.Actor, "teacher").Values).ShouldBe(Words.Concept(Words.Actor, "teacher").Values);
        (staff & Words.Concept(Words.Actor, "volunteer").Values).ShouldBe(0UL);
    }

    [Fact]
    public void Student_IsNotAFormerStudent() =>
        (Words.Concept(Words.Actor, "student").Values & Words.Concept(Words.Actor, "former student").Values).ShouldBe(0UL);

    [Fact]
    public void EveryFacet_HasAQuestion_AndEveryValueAWord()
    {
        foreach (var facet in Words.Facets)
        {
            facet.Question.ShouldEndWith("?", Case.Sensitive, facet.Id);
            Words.Concepts.Where(concept => concept.Facet == facet).Aggregate(0UL, (set, concept) => set | concept.Values).ShouldBe(facet.Kind == FacetKind.Choice ? facet.All : Facet.Yes, facet.Id);
        }
    }

    [Fact]
    public void Implications_AreDrawnBothWays()
    {
        var follow = Situation.Silent(Words).With(Words.Concept(Words.Act, "follow")).Inferred();
        (follow[Words.Platform] & ~Words.Concept(Words.Platform, "social media").Values).ShouldBe(0UL);

        var byTelephone = Situation.Unknown(Words).With(Words.Concept(Words.Platform, "telephone system")).Inferred();
        (byTelephone[Words.Act] & Words.Concept(Words.Act, "follow").Values).ShouldBe(0UL);
    }

    [Fact]
    public void MinimumAge_IsADatedParameter()
    {
        var ages = Words.MinimumAges.Where(age => age.Platform.Name == "WhatsApp").ToList();

        ages.Select(age => age.Years).ShouldBe([16, 13]);
        ages.Select(age => age.From).ShouldBe([new DateOnly(2018, 5, 25), new DateOnly(2024, 4, 11)]);
    }

    [Fact]
    public void Facets_FitInAWord() => Words.Facets.ShouldAllBe(facet => BitOperations.PopCount(facet.All) == facet.Values.Length);

    [Theory]
    [InlineData("facet x\n  a\n", "a facet needs a colon and a question")]
    [InlineData("nonsense\n  a\n", "`nonsense` is not a section")]
    [InlineData("implies\n  a -> b\n", "`a` is not declared")]
    [InlineData("facet x: What?\n  facts\n  a\n", "a fact needs a colon and what it says")]
    public void Read_WhenTheFileIsWrong_SaysWhichLine(string text, string problem) =>
        Should.Throw<VocabularyException>(() => Lexicon.Read(text)).Message.ShouldContain(problem);
}
