using Lanyard.Decisions.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Compilation;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Decisions.Tests;

/// <summary>What situations mean that are told in sentences and in JSON.</summary>
public sealed class SituationTests
{
    private static readonly CompiledPolicy Policy = SamplePolicy.Of(
        "Students must not register on a platform below its minimum age.", "Staff must use privacy settings.");

    [Theory]
    [InlineData("A student aged 12 registers on a platform on Facebook or LinkedIn.", Verdict.Prohibited)]
    [InlineData("A student aged 17 registers on a platform on Facebook or LinkedIn.", Verdict.NotCovered)]
    [InlineData("A student aged 14 registers on a platform on Facebook or LinkedIn.", Verdict.Undetermined)]
    [InlineData("A student aged 12 registers on a platform on Mastodon.", Verdict.Undetermined)]
    [InlineData("{ \"actor\": \"student\", \"act\": \"register on a platform\", \"platform\": [\"Facebook\", \"LinkedIn\"], \"age\": 12 }", Verdict.Prohibited)]
    public void Age_IsComparedWithEveryPlatformItMayBe(string told, Verdict verdict) =>
        SamplePolicy.Decide(Policy, told).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData("A student aged 13 registers on a platform on TikTok below its minimum age.", "LAN0304")]
    [InlineData("{ \"actor\": \"student\", \"act\": \"register on a platform\", \"platform\": \"TikTok\", \"age\": 12, \"below-its-minimum-age\": false }", "LAN0304")]
    [InlineData("{ \"below-its-minimum-age\": false, \"age\": 12, \"platform\": \"TikTok\" }", "LAN0304")]
    [InlineData("{ \"act\": \"post\", \"act\": \"message\" }", "LAN0407")]
    [InlineData("{ \"age\": 12, \"age\": 13 }", "LAN0407")]
    public void Situation_ThatContradictsOrRepeatsItself_IsRefused(string told, string code) =>
        SituationReader.Read(Policy, told, SamplePolicy.Today).Problems.ShouldHaveSingleItem().Code.ShouldBe(code);

    [Fact]
    public void Omission_ThatNobodyMentions_MeansThatItIsDone_InJsonAsInSentences()
    {
        var said = SamplePolicy.Told(Policy, "A teacher uses privacy settings.");

        SamplePolicy.Told(Policy, "{ \"actor\": \"teacher\", \"act\": \"use privacy settings\" }").ShouldBe(said);
        SamplePolicy.Told(Policy, "{ \"actor\": \"teacher\", \"act\": \"use privacy settings\", \"omission\": \"does it\", \"tense\": \"intended\" }").ShouldBe(said);
        SamplePolicy.Decide(Policy, "{ \"actor\": \"teacher\", \"act\": \"use privacy settings\", \"omission\": null }").Verdict.ShouldBe(Verdict.Undetermined);
    }

    [Theory]
    [InlineData("\"omission\": null", "A teacher uses privacy settings (whether it is done or left out is not known).")]
    [InlineData("\"tense\": null", "A teacher uses privacy settings (whether it has happened yet is not known).")]
    [InlineData("\"tense\": null, \"omission\": null", "A teacher uses privacy settings (whether it has happened yet, and whether it is done or left out, is not known).")]
    public void Sentence_SaysWhenItIsNotKnownWhetherItIsDone(string facet, string sentence) =>
        Policy.Phrasing.Sentence(SamplePolicy.Told(Policy, $"{{ \"actor\": \"teacher\", \"act\": \"use privacy settings\", {facet} }}")).ShouldBe(sentence);

    [Theory]
    [InlineData("omission")]
    [InlineData("tense")]
    public void Facets_OfWhichSilenceIsKnowledge_AreDocumented(string facet)
    {
        Lexicon.Shipped.Facet(facet).Silence.ShouldBe(1UL);
        Repository.Read("docs", "reference", "command-line.md").ShouldContain($"`{facet}`");
    }
}
