using System.Numerics;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;

namespace Lanyard.Policy.Binding.Scenarios;

/// <summary>Works out from an age, a platform and a day whether somebody is too young for the platform.</summary>
public static class PlatformAges
{
    /// <summary>Adds to a situation whether the person is below the minimum age of the platform, where both are known.</summary>
    public static Situation Apply(Situation situation, int years, DateOnly today)
    {
        var lexicon = situation.Lexicon;
        if (!situation.Knows(lexicon.Platform) || lexicon.FindFacet("below-its-minimum-age") is not { } facet)
        {
            return situation;
        }

        return MinimumAge(lexicon, BitOperations.TrailingZeroCount(situation[lexicon.Platform]), today) is { } minimum
            ? situation.With(facet, years < minimum ? Facet.Yes : Facet.No)
            : situation;
    }

    /// <summary>The age a platform asks for on a day, or <see langword="null"/> if the vocabulary does not say.</summary>
    /// <param name="lexicon">The vocabulary.</param>
    /// <param name="platform">The number of the platform among the values of its facet.</param>
    /// <param name="today">The day.</param>
    public static int? MinimumAge(Lexicon lexicon, int platform, DateOnly today) =>
        lexicon.MinimumAges
            .Where(age => age.Platform.Values == 1UL << platform && (age.From is null || age.From <= today))
            .OrderBy(age => age.From ?? DateOnly.MinValue)
            .LastOrDefault()?.Years;
}
