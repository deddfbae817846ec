using System.Numerics;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Compilation;

namespace Lanyard.Web.Features.Ask;

/// <summary>A situation as a person reads it.</summary>
/// <param name="Sentence">What is so.</param>
/// <param name="NotSo">What was said not to be so. It counts, but nobody wants to read a dozen of it first.</param>
public sealed record SituationWords(string Sentence, IReadOnlyList<string> NotSo)
{
    /// <summary>Says a situation in the words of a policy.</summary>
    public static SituationWords Of(CompiledPolicy policy, Situation situation)
    {
        var denied = situation.Lexicon.Facets.Where(facet => IsDenied(situation, facet)).ToList();
        var rest = denied.Aggregate(situation, (told, facet) => told.With(facet, facet.All));
        return new(policy.Phrasing.Sentence(rest), [.. denied.Select(facet => NotSoOf(policy, situation, facet))]);
    }

    private static string NotSoOf(CompiledPolicy policy, Situation situation, Facet facet) =>
        facet.Kind == FacetKind.Fact
            ? policy.Phrasing.Fact(facet, isSo: true)
            : policy.Phrasing.Part(facet, facet.All & ~situation[facet]);

    private static bool IsDenied(Situation situation, Facet facet)
    {
        if (facet.Silence != facet.All || !situation.Knows(facet))
        {
            return false;
        }

        var value = facet.Values[BitOperations.TrailingZeroCount(situation[facet])];
        return facet.Kind == FacetKind.Fact ? value == "no" : value.StartsWith("no ", StringComparison.Ordinal);
    }
}
