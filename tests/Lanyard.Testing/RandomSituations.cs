using System.Numerics;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;

namespace Lanyard.Testing;

/// <summary>Random situations, the same ones for the same seed.</summary>
public sealed class RandomSituations(Lexicon lexicon, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A situation of which everything is known, and which may contradict itself.</summary>
    public Situation Complete()
    {
        Span<ulong> values = stackalloc ulong[lexicon.Facets.Length];
        foreach (var facet in lexicon.Facets)
        {
            values[facet.Index] = 1UL << _random.Next(facet.Values.Length);
        }

        return Situation.From(lexicon, values);
    }

    /// <summary>A situation of which everything is known, and which does not contradict itself.</summary>
    public Situation Consistent()
    {
        var situation = Situation.Unknown(lexicon);
        foreach (var facet in lexicon.Facets.OrderBy(_ => _random.Next()).ToList())
        {
            situation = situation.With(facet, PickOne(situation.Inferred()[facet]));
        }

        return situation;
    }

    /// <summary>The same situation with some facets forgotten, in whole or in part.</summary>
    public Situation Forgetting(Situation situation, IReadOnlyList<Facet> among, int count)
    {
        foreach (var facet in among.OrderBy(_ => _random.Next()).Take(count).ToList())
        {
            situation = situation.With(facet, _random.Next(3) == 0 ? situation[facet] | PickOne(facet.All) : facet.All);
        }

        return situation;
    }

    private ulong PickOne(ulong values)
    {
        for (var skip = _random.Next(BitOperations.PopCount(values)); skip > 0; skip--)
        {
            values &= values - 1;
        }

        return values & (~values + 1);
    }
}
