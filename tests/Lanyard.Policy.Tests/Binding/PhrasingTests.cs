using Lanyard.Decisions.Situations;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Policy.Tests.Binding;

public sealed class PhrasingTests
{
    [Fact]
    public void Sentence_OfAnyWords_ReadsBackToTheSameSituation()
    {
        var policy = SamplePolicy.Of("Staff must not message a student.");
        var lexicon = policy.Lexicon;
        var random = new Random(23);
        var hidden = new[] { lexicon.Tense, lexicon.Omission };
        for (var count = 0; count < 4_000; count++)
        {
            var situation = Situation.Silent(lexicon)
                .With(Pick(lexicon.Actor, random))
                .With(Pick(lexicon.Act, random))
                .With(lexicon.Tense, 1UL << random.Next(2))
                .With(lexicon.Omission, 1UL << random.Next(2));
            foreach (var facet in lexicon.Facets.Where(facet => !hidden.Contains(facet) && facet.Kind == FacetKind.Choice && facet.Section != "monitored" && facet != lexicon.Actor && facet != lexicon.Act && random.Next(4) == 0))
            {
                situation = situation.With(Pick(facet, random));
            }

            if (!situation.Inferred().Contradictions.IsEmpty)
            {
                continue;
            }

            var sentence = policy.Phrasing.Sentence(situation);
            SamplePolicy.Told(policy, sentence).ShouldBe(situation, sentence);
        }

        Concept Pick(Facet facet, Random from)
        {
            var concepts = lexicon.Concepts.Where(concept => concept.Facet == facet && concept.Also is null && concept.Values != facet.All).ToList();
            return concepts[from.Next(concepts.Count)];
        }
    }

    [Theory]
    [InlineData("A teacher intends to post content that names a student and does not show a student about the organisation.")]
    [InlineData("A teacher posts ordinary content that is a complaint.")]
    [InlineData("A student aged 12 registers on a platform on TikTok.")]
    [InlineData("A parent did not comment on a forum.")]
    [InlineData("A teacher shared content with approval by the headteacher and written consent from a parent.")]
    public void Json_OfASituation_ReadsBackToTheSameSituation(string told)
    {
        var policy = SamplePolicy.Of("Staff must not message a student.");
        var situation = SamplePolicy.Told(policy, told);
        using var stream = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(stream))
        {
            SituationJson.Write(json, situation);
        }

        var read = SituationReader.Read(policy, System.Text.Encoding.UTF8.GetString(stream.ToArray()), SamplePolicy.Today);

        read.Problems.ShouldBeEmpty();
        read.Situation.ShouldBe(situation);
    }
}
