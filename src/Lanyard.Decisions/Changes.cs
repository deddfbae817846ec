using System.Collections.Immutable;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions;

/// <summary>Finds the smallest changes to a situation that would give a better answer.</summary>
/// <remarks>
/// Whatever speaks against it must cease to hold, so the search takes the loudest rule that holds and tries each way
/// to stop it that a person could sensibly take: get a permission, use another account or device, another place, time or
/// purpose, leave a fact out of the content, or meet an exception of that very statement. Content never has to become
/// worse, and another platform is offered only where an exception names it. It deepens one change at a time, so the first
/// answers are the smallest there are. Who acts, what they do, and towards or about whom is never changed: that would be
/// another question.
/// </remarks>
internal sealed class Changes(CompiledPolicy policy, Wording wording)
{
    private const int MostDifferences = 4;
    private const int MostAnswers = 3;
    private const int MostSteps = 4_000;

    private readonly Lexicon _lexicon = policy.Lexicon;
    private int _steps;

    public ImmutableArray<Change> Of(Situation situation, Verdict verdict)
    {
        if (verdict is not (Verdict.Prohibited or Verdict.Conditional or Verdict.AdvisedAgainst))
        {
            return [];
        }

        var found = new List<(Verdict Verdict, ImmutableArray<Atom> Differences, Situation Then)>();
        for (var depth = 1; depth <= MostDifferences && found.Count == 0; depth++)
        {
            Search(situation, situation.Inferred(), verdict, depth, [], found); // another account takes what it implies along
        }

        var isSilenceAll = found.TrueForAll(change => change.Verdict == Verdict.NotCovered);
        return
        [
            .. found.Where(change => isSilenceAll || change.Verdict != Verdict.NotCovered).DistinctBy(change => string.Join(';', change.Differences.OrderBy(atom => atom.Facet.Index).Select(atom => $"{atom.Facet.Index}={atom.Values}")))
                .OrderBy(change => change.Differences.Count(atom => atom.Facet.Kind != FacetKind.Permission))
                .ThenByDescending(change => change.Verdict == Verdict.Permitted)
                .ThenBy(change => change.Verdict)
                .Take(MostAnswers)
                .Select(change => Describe(situation, verdict, change.Verdict, change.Differences, change.Then)),
        ];
    }

    private void Search(
        Situation from, Situation now, Verdict verdict, int depth, ImmutableArray<Atom> differences, List<(Verdict Verdict, ImmutableArray<Atom> Differences, Situation Then)> found)
    {
        if (depth == 0 || ++_steps > MostSteps)
        {
            return;
        }

        var match = policy.Table.Match(now.Values);
        if (match.Certain.IsEmpty || policy.Rules[match.Certain[0]].Verdict != match.Highest)
        {
            return;
        }

        foreach (var difference in Ways(policy.Rules[match.Certain[0]], now).Where(way => differences.All(made => made.Facet != way.Facet)))
        {
            var then = from.With(difference.Facet, difference.Values);
            then = differences.Aggregate(then, (situation, made) => situation.With(made.Facet, made.Values)).Inferred();
            if (!then.Contradictions.IsEmpty)
            {
                continue;
            }

            var made = differences.Add(difference);
            var (lowest, highest) = policy.Table.Bounds(then.Values);
            if (highest < verdict && lowest == highest)
            {
                found.Add((highest, made, then));
            }
            else
            {
                Search(from, then, verdict, depth - 1, made, found);
            }
        }
    }

    private IEnumerable<Atom> Ways(Rule rule, Situation now)
    {
        var exceptions = policy.Statements[rule.Statement] is Conduct conduct ? conduct.Exceptions : [];
        foreach (var atom in rule.Atoms)
        {
            var others = atom.Facet.All & ~atom.Values & ~now[atom.Facet] & Within(atom.Facet, exceptions);
            if (atom.Facet.Kind != FacetKind.Choice)
            {
                if (others != 0)
                {
                    yield return new(atom.Facet, others);
                }

                continue;
            }

            foreach (var concept in wording.Phrasing.Names(atom.Facet, others))
            {
                yield return Atom.Of(concept);
            }
        }
    }

    // The values to which a person could sensibly move.
    private ulong Within(Facet facet, ImmutableArray<Condition> exceptions) => facet.Section switch
    {
        _ when facet == _lexicon.Actor || facet == _lexicon.Act || facet == _lexicon.Towards || facet == _lexicon.About => 0,
        "tense" or "omission" or "information" or "monitored" => 0,
        "content" => Facet.No,
        "account" or "device" or "network" or "place" or "time" or "purpose" => facet.All,
        _ when facet.Kind == FacetKind.Permission => Facet.Yes,
        _ => exceptions.SelectMany(exception => exception.Parts).SelectMany(part => part.Atoms)
            .Where(atom => atom.Facet == facet).Aggregate(0UL, (set, atom) => set | atom.Values),
    };

    private Change Describe(Situation from, Verdict was, Verdict becomes, ImmutableArray<Atom> differences, Situation then)
    {
        var before = Deciding(from.Inferred(), was);
        var after = Deciding(then, becomes);
        var clauses = after.Count > 0 ? after : before;
        var isDone = from[_lexicon.Tense] != 1;
        var parts = differences.Select(difference => wording.Phrasing.Difference(difference, isDone));
        var verdict = becomes == Verdict.NotCovered ? $"no longer {was.InWords()}, though the policy is then silent," : becomes.InWords();
        verdict = isDone ? $"would have been {verdict}" : verdict;
        return new(becomes, differences, [.. clauses], $"{verdict} if {string.Join(" and ", parts)} ({string.Join(", ", clauses)})");
    }

    private List<string> Deciding(Situation situation, Verdict verdict) =>
        verdict == Verdict.NotCovered ? [] :
        [.. policy.Table.Match(situation.Values).Certain.Select(number => policy.Rules[number]).Where(rule => rule.Verdict == verdict)
            .Select(rule => policy.Statements[rule.Statement].Clause).Distinct()];
}
