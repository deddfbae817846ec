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

    [Fact]
    public void Sentence_OfAFewFacetsOfAnyKind_ReadsBackToTheSameSituation()
    {
        var policy = SamplePolicy.Of("Staff must not message a student.");
        var lexicon = policy.Lexicon;
        var random = new Random(43);
        var others = lexicon.Facets.Where(facet => facet != lexicon.Actor && facet != lexicon.Act && facet != lexicon.Tense && facet != lexicon.Omission).ToList();
        var wrong = new List<string>();
        for (var count = 0; count < 4_000; count++)
        {
            var situation = Situation.Silent(lexicon)
                .With(lexicon.Actor, 1UL << random.Next(lexicon.Actor.Values.Length)).With(lexicon.Act, 1UL << random.Next(lexicon.Act.Values.Length))
                .With(lexicon.Tense, 1UL << random.Next(2)).With(lexicon.Omission, 1UL << random.Next(2));
            for (var facets = random.Next(4); facets > 0; facets--)
            {
                var facet = others[random.Next(others.Count)];
                if (IsPosted(facet) && others.Exists(other => other != facet && IsPosted(other) && situation[other] != other.Silence && (facet.Section != "content" || other.Section != "content")))
                {
                    continue; // a sentence says one kind of thing that is posted
                }

                var values = facet.Values.Length > 4 && random.Next(3) == 0 ? (ulong)random.NextInt64() & facet.All : 1UL << random.Next(facet.Values.Length);
                situation = situation.With(facet, values);
            }

            if (!situation.Inferred().Contradictions.IsEmpty)
            {
                continue;
            }

            var sentence = policy.Phrasing.Sentence(situation);
            var read = SituationReader.Read(policy, sentence, SamplePolicy.Today);
            if (!Equals(read.Situation, situation))
            {
                wrong.Add($"{sentence} {string.Join(' ', read.Problems.Select(problem => problem.Message))}");
            }
        }

        wrong.ShouldBeEmpty();

        static bool IsPosted(Facet facet) => facet.Section is "content" or "information" or "monitored";
    }

    [Theory]
    [InlineData("A teacher messages a student, and their role does not require it.")]
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
