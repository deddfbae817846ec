using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Lanyard.Domain.Naming;

/// <summary>Brings words to what somebody may type who looks for them: without marks, case, apostrophes and
/// hyphens.</summary>
/// <remarks>For finding and comparing only: "Siân O’Neill-Łukasz" is found by "sian oneill lukasz". What is shown is
/// never folded.</remarks>
public static class Folding
{
    private const string Dropped = "'`´\u2018\u2019\u201B\u02B9\u02BB\u02BC\u02BD\u2032\uFF07\u00B7.";

    // Letters that no mark can be taken from, as people type them who have no such key.
    private static readonly FrozenDictionary<char, string> Plain = new Dictionary<char, string>
    {
        ['ł'] = "l", ['ø'] = "o", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe",
            ['ı'] = "i", ['ħ'] = "h",
        ['ŋ'] = "n", ['ŧ'] = "t", ['ɨ'] = "i", ['ĸ'] = "k", ['ə'] = "e", ['ƒ'] = "f", ['ſ'] = "s", ['ŀ'] = "l",
    }.ToFrozenDictionary();

    /// <summary>The text folded: small letters and digits, and single spaces where anything else stood.</summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in NormalForm.Decompose(text.ToLowerInvariant()))
        {
            if (Plain.TryGetValue(letter, out var plain))
            {
                folded.Append(plain);
            }
            else if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
            {
                folded.Append(letter);
            }
            else if (!IsDropped(letter) && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>The words of a text, each folded.</summary>
    public static IReadOnlyList<string> Words(string text) =>
        Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a text holds everything that somebody looks for, in whatever order, whole words or the
    /// beginnings and middles of them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sought">What was typed. Each part between spaces is looked for by itself.</param>
    public static bool Holds(string text, string sought)
    {
        var folded = Of(text);
        var run = folded.Replace(" ", "", StringComparison.Ordinal);
        return Array.TrueForAll(
            sought.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
            part => Of(part) is { Length: > 0 } word
                && (folded.Contains(word, StringComparison.Ordinal)
                || run.Contains(word.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal)));
    }

    private static bool IsDropped(char letter) =>
        Dropped.Contains(letter)
            || char.GetUnicodeCategory(
            letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;
}
