using System.Collections.Immutable;
using Lanyard.Domain.Vocabulary;

namespace Lanyard.Domain.Situations;

/// <summary>What is known of something that somebody does, did or means to do: a set of possible values for each facet.</summary>
/// <remarks>
/// One value is knowledge, all values is ignorance, and anything between is half-knowledge ("staff" is every kind
/// of staff). Knowing more makes the sets smaller. Immutable, so safe to share between threads.
/// </remarks>
public sealed class Situation : IEquatable<Situation>
{
    private readonly ulong[] _values;

    private Situation(Lexicon lexicon, ulong[] values) => (Lexicon, _values) = (lexicon, values);

    /// <summary>The vocabulary it is told in.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>The possible values of every facet, by the facet's index.</summary>
    public ReadOnlySpan<ulong> Values => _values;

    /// <summary>The possible values of one facet.</summary>
    public ulong this[Facet facet] => _values[facet.Index];

    /// <summary>A situation of which nothing has been said: permissions are not held, and the rest is unknown.</summary>
    public static Situation Silent(Lexicon lexicon) => new(lexicon, [.. lexicon.Facets.Select(facet => facet.Silence)]);

    /// <summary>A situation in which nothing at all is known, not even which permissions are held.</summary>
    public static Situation Unknown(Lexicon lexicon) => new(lexicon, [.. lexicon.Facets.Select(facet => facet.All)]);

    /// <summary>Makes a situation out of one set of values for each facet.</summary>
    /// <exception cref="ArgumentException">There are more or fewer sets than facets.</exception>
    public static Situation From(Lexicon lexicon, ReadOnlySpan<ulong> values) => values.Length == lexicon.Facets.Length
        ? new(lexicon, values.ToArray())
        : throw new ArgumentException($"A situation has {lexicon.Facets.Length} facets; {values.Length} sets were given.", nameof(values));

    /// <summary>The same situation with other possible values of one facet.</summary>
    public Situation With(Facet facet, ulong values)
    {
        var copy = (ulong[])_values.Clone();
        copy[facet.Index] = values;
        return new(Lexicon, copy);
    }

    /// <summary>The same situation with a word known to hold.</summary>
    public Situation With(Concept concept) => With(concept.Facet, concept.Values);

    /// <summary>The same situation in another vocabulary. What that does not know is left out, and what only that
    /// knows is not said.</summary>
    public Situation In(Lexicon lexicon)
    {
        if (lexicon == Lexicon)
        {
            return this;
        }

        var told = Silent(lexicon);
        foreach (var facet in lexicon.Facets)
        {
            told._values[facet.Index] = Lexicon.FindFacet(facet.Id) is { } own ? this[own] : facet.Silence;
        }

        return told;
    }

    /// <summary>Draws what the words imply. The facets left without a value contradict each other.</summary>
    public Situation Inferred()
    {
        Span<ulong> values = stackalloc ulong[_values.Length];
        _values.CopyTo(values);
        Infer(Lexicon.Implications.AsSpan(), values);
        return values.SequenceEqual(_values) ? this : new(Lexicon, values.ToArray());
    }

    /// <summary>The facets that no value fits any more, because what was said contradicts itself.</summary>
    public ImmutableArray<Facet> Contradictions => _values.AsSpan().Contains(0UL) ? [.. Lexicon.Facets.Where(facet => _values[facet.Index] == 0)] : [];

    /// <summary>Whether exactly one value is possible.</summary>
    public bool Knows(Facet facet) => ulong.IsPow2(_values[facet.Index]);

    /// <inheritdoc/>
    public bool Equals(Situation? other) => other is not null && Lexicon == other.Lexicon && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Situation);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Values));
        return hash.ToHashCode();
    }

    private static void Infer(ReadOnlySpan<Implication> implications, Span<ulong> values)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var rule in implications)
            {
                ref var left = ref values[rule.If.Facet.Index];
                ref var right = ref values[rule.Then.Facet.Index];
                if ((left & ~rule.If.Values) == 0 && (right & ~rule.Then.Values) != 0)
                {
                    right &= rule.Then.Values;
                    changed = true;
                }
                else if ((right & rule.Then.Values) == 0 && (left & rule.If.Values) != 0)
                {
                    left &= ~rule.If.Values;
                    changed = true;
                }
            }
        }
    }
}
