using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;

namespace Lanyard.Decisions.Understanding;

/// <summary>Whether somebody tells of harm instead of asking for leave. Then help comes first, and whatever is still open can wait.</summary>
public static class Disclosure
{
    /// <summary>Whether a situation is one: somebody has come upon, or suffers, what may harm a child.</summary>
    public static bool IsIn(Situation situation)
    {
        var lexicon = situation.Lexicon;
        return situation[lexicon.Act] == lexicon.Concept(lexicon.Act, "encounter").Values
            && HarmWords.Facets(lexicon, (situation[lexicon.Actor] & ~lexicon.Concept(lexicon.Actor, "young person").Values) == 0).Any(facet => situation[facet] == Facet.Yes);
    }
}
