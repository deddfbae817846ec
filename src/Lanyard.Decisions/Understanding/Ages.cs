using System.Globalization;
using System.Text.RegularExpressions;

namespace Lanyard.Decisions.Understanding;

/// <summary>Hears how old somebody says they are, or says that their child is.</summary>
internal static partial class Ages
{
    /// <summary>The age; <see langword="null"/> if none is said, or more than one.</summary>
    public static int? Of(string question) =>
        Said().Matches(question) is [var only] ? int.Parse(only.Groups["years"].ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>The question without that age.</summary>
    public static string Without(string question) => Of(question) is null ? question : Said().Replace(question, "${who} ");

    [GeneratedRegex(@"\b(?<who>i['’]?m|i am|(?:my|our) \w+ is|aged) (?<years>\d{1,2})\b(?:[- ]?(?:years?|yrs?)[- ]?old)?(?! ?(?:minutes?|hours?|days?|weeks?|months?|%))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Said();
}
