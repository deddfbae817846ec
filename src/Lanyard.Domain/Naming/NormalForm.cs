using System.Text;

namespace Lanyard.Domain.Naming;

/// <summary>One spelling for what looks the same: a letter with its mark is one character wherever there is such a
/// character.</summary>
/// <remarks>Source: Unicode Standard Annex 15, normalization form C, for the characters of the basic plane without
/// Hangul.</remarks>
public static class NormalForm
{
    private const char FirstAffected = '\u00C0'; // nothing before it has a mark or takes part in a composition as one

    /// <summary>The text in its one spelling. What looked the same before looks the same after.</summary>
    public static string Of(string text) =>
        text.AsSpan().IndexOfAnyInRange(FirstAffected, '\uFFFF') < 0 ? text : Compose(Decompose(text));

    /// <summary>The text with each mark apart from its letter.</summary>
    internal static string Decompose(string text)
    {
        var apart = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            Add(apart, letter);
        }

        Order(apart);
        return apart.ToString();
    }

    private static void Add(StringBuilder apart, char letter)
    {
        if (Compositions.Parts.TryGetValue(letter, out var parts))
        {
            Add(apart, parts.Letter); // which may have a mark itself
            apart.Append(parts.Mark);
        }
        else
        {
            apart.Append(letter);
        }
    }

    // Marks of one letter by their class; those of one class stay as they were typed.
    private static void Order(StringBuilder apart)
    {
        for (var at = 1; at < apart.Length; at++)
        {
            var mark = apart[at];
            var place = at;
            while (place > 0 && Class(mark) is not 0 and var own && Class(apart[place - 1]) > own)
            {
                apart[place] = apart[place - 1];
                place--;
            }

            apart[place] = mark;
        }
    }

    private static string Compose(string apart)
    {
        var whole = new StringBuilder(apart.Length);
        var (starter, last) = (-1, 0);
        foreach (var letter in apart)
        {
            var own = Class(letter);
            var isFree = starter >= 0 && (starter == whole.Length - 1 ? last == 0 : last < own);
            if (isFree && Compositions.Composed.TryGetValue((whole[starter], letter), out var composed))
            {
                whole[starter] = composed;
                continue;
            }

            (starter, last) = own == 0 ? (whole.Length, 0) : (starter, own);
            whole.Append(letter);
        }

        return whole.ToString();
    }

    private static int Class(char letter) => Compositions.Classes.GetValueOrDefault(letter);
}
