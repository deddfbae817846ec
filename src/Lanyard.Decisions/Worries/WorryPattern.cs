using System.Collections.Immutable;

namespace Lanyard.Decisions.Worries;

/// <summary>What makes a worry: groups of words that stand close together in a sentence, in any order.</summary>
/// <param name="Kind">The kind of worry.</param>
/// <param name="Strength">How sure it is.</param>
/// <param name="Groups">The groups; the first is what it is about.</param>
/// <param name="Examples">Sentences that it must hear.</param>
internal sealed record WorryPattern(string Kind, WorryStrength Strength, ImmutableArray<string> Groups,
    ImmutableArray<string> Examples);
