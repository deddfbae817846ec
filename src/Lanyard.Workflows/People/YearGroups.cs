using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Lanyard.Domain.Naming;

namespace Lanyard.Workflows.People;

/// <summary>The years of a school, from the nursery to the sixth form.</summary>
public static partial class YearGroups
{
    /// <summary>The nursery year just below reception.</summary>
    public const int Nursery = -1;

    /// <summary>The first of two nursery years.</summary>
    public const int FirstNursery = -2;

    private const int Last = 14;
    private const int LowerSixth = 12;
    private const int UpperSixth = 13;

    private static readonly string[] Numbers = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen"];

    private static readonly FrozenDictionary<string, int> Words = Table();

    /// <summary>The years there are to choose from.</summary>
    public static IEnumerable<int> All => Enumerable.Range(FirstNursery, Last - FirstNursery + 1);

    /// <summary>Reads a year group such as 7, Year 7, Yr7, 7A, 7.0, N2, R or Lower Sixth.</summary>
    public static bool TryRead(string text, out int year)
    {
        var plain = Folding.Of(Decimals().Replace(text.Trim(), ""));
        return Words.TryGetValue(plain.Replace(" ", "", StringComparison.Ordinal), out year)
            || (Number().Match(plain) is { Success: true } match && TryNumber(match.Groups["year"].Value, out year));
    }

    /// <summary>A year group in words.</summary>
    public static string InWords(int year) => year switch
    {
        0 => "Reception",
        Nursery => "Nursery",
        < Nursery => "Nursery, first year",
        _ => $"Year {year.ToString(CultureInfo.InvariantCulture)}",
    };

    private static bool TryNumber(string text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year <= Last;

    private static FrozenDictionary<string, int> Table()
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        void Add(int year, params IEnumerable<string> texts)
        {
            foreach (var text in texts)
            {
                words[text] = year;
            }
        }

        Add(0, "0", "00", "year0", "y0", "r", "rec", "recep", "reception", "receptionclass", "receptionyear", "yr",
            "yrr", "yearr", "ncyearr", "ncr", "kg", "kindergarten", "f2", "fs2", "foundation2", "foundationstage2",
            "foundationyear2", "ey2", "eyfs2", "e2");
        Add(Nursery, "n", "n2", "nur", "nursery", "nursery2", "nurseryclass", "nurseryyear", "nurserytwo", "yearn",
            "preschool", "prereception", "prer", "prek", "pk", "pr", "prekindergarten", "kindergarten1", "playgroup");
        Add(Nursery, "f1", "fs1", "foundation1", "foundationstage1", "foundationyear1", "ey1", "eyfs1", "e1", "yearn2",
            "ncn2");
        Add(FirstNursery, "n1", "nursery1", "nurseryone", "yearn1", "ncn1", "toddlers", "toddler", "rising3s",
            "risingthrees", "it", "2yearolds", "twoyearolds");
        Add(LowerSixth, "lowersixth", "lower6th", "lower6", "l6", "l6th", "lowersixthform", "sixthformyear1");
        Add(UpperSixth, "uppersixth", "upper6th", "upper6", "u6", "u6th", "uppersixthform", "sixthformyear2");
        foreach (var (at, number) in Numbers.Index())
        {
            Add(at + 1, $"year{number}", number);
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // A class may stand after the number, such as 7A, 7 Blue or 10X1, but no second year: 3/4 says neither.
    [GeneratedRegex(
        @"^(?:national curriculum |current )?(?:year group|year grp|years?|yrs?|y|ncy|nc year|nc yr|nc|grade)? ?0?(?<year>1[0-4]|[1-9])(?:st|nd|rd|th)?(?: year)?(?:(?: ?[a-z]{1,4}\d?)|(?: (?:class )?[a-z]{2,}))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Number();

    // As a spreadsheet writes a number.
    [GeneratedRegex(@"(?<=\d)[.,]0+$", RegexOptions.None, 2000)]
    private static partial Regex Decimals();
}
