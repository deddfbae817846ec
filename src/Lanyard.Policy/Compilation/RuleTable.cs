using System.Collections.Immutable;
using System.Numerics;
using Lanyard.Domain.Vocabulary;

namespace Lanyard.Policy.Compilation;

/// <summary>Finds the rules that fit a situation without looking at each of them.</summary>
/// <remarks>
/// <para>
/// Rules are sorted into one shelf for each act. On a shelf, each value of each facet has a bitmap of the rules that
/// allow it; the rules that fit a situation are the conjunction of the bitmaps of its values (bitmap indexes, as in
/// packet classification: Lakshman and Stiliadis, SIGCOMM 1998). The cost grows by a word for every 64 rules of one act.
/// </para>
/// <para>A shelf holds the rules that speak loudest first, so the first bit that is set gives the verdict.</para>
/// </remarks>
public sealed class RuleTable
{
    private const int MostWordsOnStack = 1024;

    private readonly Lexicon _lexicon;
    private readonly ImmutableArray<Rule> _rules;
    private readonly int[] _loudestFirst;
    private readonly Shelf?[] _shelves;
    private Shelf? _all;

    internal RuleTable(Lexicon lexicon, ImmutableArray<Rule> rules)
    {
        (_lexicon, _rules) = (lexicon, rules);
        _loudestFirst = [.. Enumerable.Range(0, rules.Length).OrderByDescending(at => rules[at].Verdict)];
        _shelves = new Shelf?[lexicon.Act.Values.Length];
    }

    /// <summary>The rules that fit a situation.</summary>
    public RuleMatch Match(ReadOnlySpan<ulong> situation)
    {
        var shelf = For(situation);
        Span<ulong> certain = shelf.Words <= MostWordsOnStack ? stackalloc ulong[shelf.Words] : new ulong[shelf.Words];
        Span<ulong> possible = shelf.Words <= MostWordsOnStack ? stackalloc ulong[shelf.Words] : new ulong[shelf.Words];
        shelf.Match(situation, certain, possible);
        var holding = shelf.Rules(certain);
        var mayHold = certain.SequenceEqual(possible) ? holding : shelf.Rules(possible);
        return new(holding, mayHold, Loudest(holding), Loudest(mayHold));
    }

    private Verdict Loudest(ImmutableArray<int> rules) => rules.IsEmpty ? Verdict.NotCovered : _rules[rules[0]].Verdict;

    // A shelf is built when it is first asked for. Two threads may build the same one; either will do, for they are equal.
    private Shelf For(ReadOnlySpan<ulong> situation)
    {
        var act = situation[_lexicon.Act.Index];
        if (!BitOperations.IsPow2(act))
        {
            return _all ??= new(_loudestFirst, _rules, _lexicon.Facets);
        }

        var number = BitOperations.TrailingZeroCount(act);
        return _shelves[number] ??= Build(act);
    }

    private Shelf Build(ulong act) => new(
        [.. _loudestFirst.Where(at => _rules[at].Atoms.All(atom => atom.Facet != _lexicon.Act || (atom.Values & act) != 0))],
        _rules,
        _lexicon.Facets.Remove(_lexicon.Act));

    /// <summary>The weakest and the strongest verdict that the situation may have, whatever is still unknown.</summary>
    /// <remarks>
    /// Sound, and quick: it allocates nothing. It takes rules one by one, so it may leave open what the exact
    /// analysis can tell; where both ends agree, they are the verdict.
    /// </remarks>
    public (Verdict Lowest, Verdict Highest) Bounds(ReadOnlySpan<ulong> situation) => For(situation).Bounds(situation);
}
