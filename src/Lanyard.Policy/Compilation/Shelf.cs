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
        _columns = [.. facets.Select(facet => ColumnOf(facet, ruleNumbers, rules)).OfType<Column>()];
    }

    /// <summary>How many words of bits its bitmaps take.</summary>
    public int Words { get; }

    /// <summary>The rules that certainly hold, and those that may.</summary>
    public void Match(ReadOnlySpan<ulong> situation, Span<ulong> certain, Span<ulong> possible)
    {
        _everyRule.CopyTo(certain);
        _everyRule.CopyTo(possible);
        foreach (var column in _columns)
        {
            var values = situation[column.Facet];
            if (BitOperations.IsPow2(values))
            {
                var allowed = column.Allowed[BitOperations.TrailingZeroCount(values)];
                for (var word = 0; word < allowed.Length; word++)
                {
                    certain[word] &= allowed[word];
                    possible[word] &= allowed[word];
                }
            }
            else if (values == column.All)
            {
                for (var word = 0; word < column.Indifferent.Length; word++)
                {
                    certain[word] &= column.Indifferent[word];
                }
            }
            else
            {
                MatchSome(column, values, certain, possible);
            }
        }
    }

    /// <summary>The strongest verdict among some of the rules.</summary>
    public Verdict Loudest(ReadOnlySpan<ulong> some)
    {
        for (var word = 0; word < some.Length; word++)
        {
            if (some[word] != 0)
            {
                return _verdicts[(word * BitsInWord) + BitOperations.TrailingZeroCount(some[word])];
            }
        }

        return Verdict.NotCovered;
    }

    /// <summary>The numbers of some of the rules, in the order of the shelf.</summary>
    public List<int> Rules(ReadOnlySpan<ulong> some)
    {
        var rules = new List<int>();
        for (var word = 0; word < some.Length; word++)
        {
            for (var left = some[word]; left != 0; left &= left - 1)
            {
                rules.Add(_rules[(word * BitsInWord) + BitOperations.TrailingZeroCount(left)]);
            }
        }

        return rules;
    }

    private static void MatchSome(Column column, ulong values, Span<ulong> certain, Span<ulong> possible)
    {
        for (var word = 0; word < possible.Length; word++)
        {
            var any = 0UL;
            var all = ulong.MaxValue;
            for (var left = values; left != 0; left &= left - 1)
            {
                var allowed = column.Allowed[BitOperations.TrailingZeroCount(left)][word];
                any |= allowed;
                all &= allowed;
            }

            certain[word] &= all;
            possible[word] &= any;
        }
    }

    // A facet that no rule looks at needs no column.
    private Column? ColumnOf(Facet facet, int[] ruleNumbers, ImmutableArray<Rule> rules)
    {
        var values = Array.ConvertAll(ruleNumbers, at => rules[at].Atoms.FirstOrDefault(atom => atom.Facet.Index == facet.Index)?.Values ?? facet.All);
        if (Array.TrueForAll(values, some => some == facet.All))
        {
            return null;
        }

        var allowed = new ulong[facet.Values.Length][];
        for (var value = 0; value < allowed.Length; value++)
        {
            var bit = 1UL << value;
            allowed[value] = Bitmap(rule => (values[rule] & bit) != 0);
        }

        return new(facet.Index, facet.All, Bitmap(rule => values[rule] == facet.All), allowed);
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

    private sealed record Column(int Facet, ulong All, ulong[] Indifferent, ulong[][] Allowed);
}
