using Lanyard.Domain.Vocabulary;

namespace Lanyard.Policy.Analysis;

/// <summary>The order in which diagrams ask for facets.</summary>
/// <remarks>What most statements turn on comes first, what only a few ask for comes late: that keeps diagrams small.</remarks>
internal static class FacetOrder
{
    private static readonly string[] First = ["act", "actor", "omission", "towards", "about", "account", "platform", "tense"];

    public static Facet[] Of(Lexicon lexicon) =>
    [
        .. lexicon.Facets
            .OrderBy(facet => Array.IndexOf(First, facet.Id) is var at and >= 0 ? at : First.Length)
            .ThenBy(facet => facet.Kind)
            .ThenBy(facet => facet.Index),
    ];
}
