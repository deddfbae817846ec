using System.Collections.Immutable;
using System.Numerics;
using Lanyard.Domain.Vocabulary;

namespace Lanyard.Policy.Compilation;

/// <summary>Rules with a bitmap for each value of each facet.</summary>
internal sealed class Shelf
{
    private const int BitsInWord = 64;

    private readonly int[] _rules;
    private readonly Verdict[] _verdicts;
    private readonly Column[] _columns;
    private readonly ulong[] _everyRule;

    public Shelf(int[] ruleNumbers, ImmutableArray<Rule> rules, ImmutableArray<Facet> facets)
    {
        _rules = ruleNumbers;
        _verdicts = [.. ruleNumbers.Select(at => rules[at].Verdict)];
        Words = (ruleNumbers.Length + BitsInWord - 1) / BitsInWord;
        _everyRule = Bitmap(_ => true);
        _columns = [.. facets.Select(facet => ColumnOf(facet, ruleNumbers, rules)).OfType<Column>().OrderBy(column => column.Openness)];
    }

    /// <summary>How many words of bits its bitmaps take.</summary>
    public int Words { get; }

    /// <summary>The rules that certainly hold, and those that may.</summary>
    public void Match(ReadOnlySpan<ulong> situation, Span<ulong> certain, Span<ulong> possible)
    {
        for (var word = 0; word < Words; word++)
        {
            (certain[word], possible[word]) = Match(situation, word);
        }
    }

    /// <summary>The strongest verdict among the rules that certainly hold, and among those that may.</summary>
    /// <remarks>The loudest rules come first, so the words after the first rule that holds need no look.</remarks>
    public (Verdict Certain, Verdict Possible) Bounds(ReadOnlySpan<ulong> situation)
    {
        var loudest = -1;
        for (var word = 0; word < Words; word++)
        {
            var (certain, possible) = Match(situation, word);
            if (possible != 0 && loudest < 0)
            {
                loudest = (word * BitsInWord) + BitOperations.TrailingZeroCount(possible);
            }

            if (certain != 0)
            {
                return (_verdicts[(word * BitsInWord) + BitOperations.TrailingZeroCount(certain)], _verdicts[loudest]);
            }
        }

        return (Verdict.NotCovered, loudest < 0 ? Verdict.NotCovered : _verdicts[loudest]);
    }

    /// <summary>The numbers of some of the rules, in the order of the shelf.</summary>
    public ImmutableArray<int> Rules(ReadOnlySpan<ulong> some)
    {
        var count = 0;
        foreach (var word in some)
        {
            count += BitOperations.PopCount(word);
        }

        var rules = ImmutableArray.CreateBuilder<int>(count);
        for (var word = 0; word < some.Length; word++)
        {
            for (var left = some[word]; left != 0; left &= left - 1)
            {
                rules.Add(_rules[(word * BitsInWord) + BitOperations.TrailingZeroCount(left)]);
            }
        }

        return rules.MoveToImmutable();
    }

    private (ulong Certain, ulong Possible) Match(ReadOnlySpan<ulong> situation, int word)
    {
        var certain = _everyRule[word];
        var possible = certain;
        foreach (var column in _columns)
        {
            var values = situation[column.Facet];
            if (BitOperations.IsPow2(values))
            {
                var allowed = column.Allowed[(word * column.Values) + BitOperations.TrailingZeroCount(values)];
                certain &= allowed;
                possible &= allowed;
            }
            else if (values == column.All)
            {
                certain &= column.Indifferent[word];
            }
            else
            {
                var (all, any) = column.Some(values, word);
                certain &= all;
                possible &= any;
            }

            if (possible == 0)
            {
                break;
            }
        }

        return (certain, possible);
    }

    // A facet that no rule looks at needs no column.
    private Column? ColumnOf(Facet facet, int[] ruleNumbers, ImmutableArray<Rule> rules)
    {
        var values = Array.ConvertAll(ruleNumbers, at => rules[at].Atoms.FirstOrDefault(atom => atom.Facet.Index == facet.Index)?.Values ?? facet.All);
        if (Array.TrueForAll(values, some => some == facet.All))
        {
            return null;
        }

        var allowed = new ulong[facet.Values.Length * Words];
        for (var value = 0; value < facet.Values.Length; value++)
        {
            var bit = 1UL << value;
            var bitmap = Bitmap(rule => (values[rule] & bit) != 0);
            for (var word = 0; word < Words; word++)
            {
                allowed[(word * facet.Values.Length) + value] = bitmap[word];
            }
        }

        return new(facet.Index, facet.All, facet.Values.Length, Bitmap(rule => values[rule] == facet.All), allowed);
    }

    private ulong[] Bitmap(Func<int, bool> isSet)
    {
        var words = new ulong[Words];
        for (var bit = 0; bit < _rules.Length; bit++)
        {
            if (isSet(bit))
            {
                words[bit / BitsInWord] |= 1UL << (bit % BitsInWord);
            }
        }

        return words;
    }

    // The rules that allow a value, for each word and in it for each value.
    private sealed record Column(int Facet, ulong All, int Values, ulong[] Indifferent, ulong[] Allowed)
    {
        /// <summary>How much of the rules a value leaves: the column that leaves least is asked first.</summary>
        public double Openness { get; } = Allowed.Sum(BitOperations.PopCount) / (double)Values;

        public (ulong All, ulong Any) Some(ulong values, int word)
        {
            var (all, any) = (ulong.MaxValue, 0UL);
            for (var left = values; left != 0; left &= left - 1)
            {
                var allowed = Allowed[(word * Values) + BitOperations.TrailingZeroCount(left)];
                any |= allowed;
                all &= allowed;
            }

            return (all, any);
        }
    }
}
