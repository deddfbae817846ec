using Lanyard.Decisions.Worries;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions.Understanding;

/// <summary>Somebody who tells of harm has come upon it or heard an allegation: they asked for no leave,
/// and have not done it.</summary>
internal sealed class TellingOfHarm(CompiledPolicy policy)
{
    private static readonly string[] Grave =
        ["receive an allegation", "suspect an inappropriate relationship", "have a concern"];

    private readonly Lexicon _lexicon = policy.Lexicon;

    /// <summary>What was understood, as what it is for the one who tells it; unchanged where it was heard so already, or
    /// where leave is asked for it.</summary>
    public UnderstoodQuestion Told(UnderstoodQuestion understood, Worry worry, Concept? asker)
    {
        if (asker is null || !worry.IsTold || IsHeardSo(understood, worry, asker))
        {
            return understood;
        }

        var told = IsAllegation(worry, asker) ? Allegation(worry, asker) : Encounter(asker);
        var situation = _lexicon.Facets.Where(facet => facet.Section is "content" or "platform"
            && understood.Situation[facet] != facet.Silence)
            .Aggregate(told, (known, facet) => known
            .With(facet, known[facet] & understood.Situation[facet]) is var fuller
            && fuller.Inferred().Contradictions.IsEmpty ? fuller : known);
        return understood with { Situation = situation, Understood = policy.Phrasing.Sentence(situation), Doubts = [] };
    }

    // Somebody else does it, or the asker received or noticed it.
    private bool IsHeardSo(UnderstoodQuestion understood, Worry worry, Concept asker)
    {
        var (act, actor) = (understood.Situation[_lexicon.Act], understood.Situation[_lexicon.Actor]);
        var received = _lexicon.Concept(_lexicon.Act, "receive").Values;
        var suffered = received | _lexicon.Concept(_lexicon.Act, "notice").Values;
        var isOther = actor != _lexicon.Actor.All && (understood.IsByAnother || (actor & asker.Values) == 0);
        return understood.Understood is not null
            && ((act & ~suffered) == 0 ? IsGrave(understood.Situation) || worry.Kinds is [Telling.Kind] : isOther
            && (IsAtWork(actor) || worry.Kinds is [Telling.Kind]));
    }

    // "A man sent me a message" alone calls for nothing.
    private bool IsGrave(Situation situation) =>
        Disclosure.IsIn(situation) || Grave
            .Any(act => situation[_lexicon.Act] == _lexicon.Concept(_lexicon.Act, act).Values);

    private bool IsAtWork(ulong actor) => (actor & ~_lexicon.Concept(_lexicon.Actor, "workforce").Values) == 0;

    private bool IsAllegation(Worry worry, Concept asker) =>
        worry.IsAboutAdult && (asker.Values & _lexicon.Concept(_lexicon.Actor, "young person").Values) == 0;

    private Situation Allegation(Worry worry, Concept asker)
    {
        var head = _lexicon.Concept(_lexicon.Actor, "headteacher").Values;
        var about = worry.IsAboutHead ? head
            : _lexicon.Concept(_lexicon.Actor, "workforce").Values & ~head & ~(asker.IsUnique ? asker.Values : 0);
        return Situation.Silent(_lexicon).With(_lexicon.Concept(_lexicon.Act, "receive an allegation"))
            .With(_lexicon.Actor, asker.Values).With(_lexicon.About, about).With(_lexicon.Tense, 1UL);
    }

    private Situation Encounter(Concept asker) =>
        Situation.Silent(_lexicon).With(_lexicon.Concept(_lexicon.Act, "encounter"))
            .With(_lexicon.Actor, asker.Values).With(_lexicon.Tense, 1UL)
            .With(_lexicon.Facet("safeguarding-concern"), Facet.Yes);
}
