using System.Numerics;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;

namespace Lanyard.Policy.Binding.Scenarios;

/// <summary>Works out from an age, a platform and a day whether somebody is too young for the platform.</summary>
public static class PlatformAges
{
    /// <summary>Adds to a situation whether the person is below the minimum age of the platform, where every platform it may be says the same.</summary>
    /// <returns>The situation; without a value for that fact if it was told otherwise, which is a contradiction.</returns>
    public static Situation Apply(Situation situation, int years, DateOnly today)
    {
        var lexicon = situation.Lexicon;
        var platforms = situation.Inferred()[lexicon.Platform];
        if (platforms == 0 || lexicon.FindFacet("below-its-minimum-age") is not { } facet)
        {
            return situation;
        }

        var below = 0UL;
        for (var left = platforms; left != 0; left &= left - 1)
        {
            below |= MinimumAge(lexicon, BitOperations.TrailingZeroCount(left), today) is not { } minimum ? facet.All
                : years < minimum ? Facet.Yes
                : Facet.No;
        }

        return situation.With(facet, situation[facet] & below);
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
