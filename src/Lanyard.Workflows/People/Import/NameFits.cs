using Lanyard.Domain.Naming;

namespace Lanyard.Workflows.People.Import;

/// <summary>Compares names. It only ever helps to decide whether an id or an address is believed; no name alone makes
/// two people one.</summary>
internal static class NameFits
{
    private const int ShortestPrefix = 3;
    private const int ShortestMistyped = 5;

    /// <summary>How far two names go together.</summary>
    public static NameFit Of(string one, string other)
    {
        var (words, others) = (Folding.Words(one), Folding.Words(other));
        if (words.Count == 0 || others.Count == 0)
        {
            return NameFit.Other;
        }

        if (words.Order(StringComparer.Ordinal).SequenceEqual(others.Order(StringComparer.Ordinal))
            || string.Concat(words) == string.Concat(others))
        {
            return NameFit.Same;
        }

        var isSameGivenName = words[0] == others[0];
        var isNearGivenName = IsBeginning(words[0], others[0]) || IsBeginning(others[0], words[0])
            || IsMistyped(words[0], others[0]);
        return isSameGivenName || (isNearGivenName && words[^1] == others[^1]) ? NameFit.Near : NameFit.Other;
    }

    private static bool IsBeginning(string part, string whole) =>
        part.Length >= ShortestPrefix && whole.StartsWith(part, StringComparison.Ordinal);

    // One letter wrong, missing or too many, in a name long enough that siblings' names do not differ by as little.
    private static bool IsMistyped(string one, string other)
    {
        if (Math.Min(one.Length, other.Length) < ShortestMistyped || Math.Abs(one.Length - other.Length) > 1)
        {
            return false;
        }

        var front = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var back = one.Reverse().Zip(other.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return front + back >= Math.Max(one.Length, other.Length) - 1;
    }
}
