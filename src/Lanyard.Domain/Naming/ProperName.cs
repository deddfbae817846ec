using System.Globalization;
using System.Text;

namespace Lanyard.Domain.Naming;

/// <summary>A name of somebody or something: a person, an organisation, a school. What it shows is all that it holds.</summary>
/// <remarks>
/// A character that nobody sees can make one name look like another, or turn the text around it the other way. So control and
/// format characters are refused, those that set the direction of writing among them; and so is everything that is drawn as
/// nothing. Two of them are part of how some scripts are spelt, the zero-width joiner and non-joiner: they stay where such a
/// script needs them, between its letters or after one of its marks. Marks that combine with a letter are letters' business
/// and stay too. A name is kept in its one spelling, whichever way its marks were typed.
/// </remarks>
public readonly record struct ProperName
{
    /// <summary>How many characters it may have.</summary>
    public const int Longest = 200;

    private const int NonJoiner = 0x200C;
    private const int Joiner = 0x200D;
    private const int FirstJoiningScript = 0x0590; // Latin, Greek, Cyrillic and Armenian come before, and need no joiners

    // Letters and marks by their category, but drawn as nothing: the joiner of graphemes, the fillers of Hangul, inherent vowels of Khmer, an empty Braille cell.
    private static readonly int[] DrawnAsNothing = [0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0];

    private ProperName(string value) => Value = value;

    /// <summary>The name, without spaces around it, in normal form.</summary>
    public string Value { get; }

    /// <summary>Reads a name.</summary>
    /// <param name="text">The text, with or without spaces around it.</param>
    /// <param name="name">The name.</param>
    /// <param name="problem">What is wrong with it and how to put it right; empty if nothing is.</param>
    public static bool TryParse(string text, out ProperName name, out string problem)
    {
        var value = NormalForm.Of(text.Trim());
        name = new(value);
        problem = value.Length == 0 ? "The name is missing"
            : value.Length > Longest ? $"The name is too long: it must have {Longest} characters or fewer"
            : FindHidden(value) is { } hidden ? $"The name holds a character that cannot be seen (U+{hidden:X4}). Type the name instead of copying it"
            : value.EnumerateRunes().Any(Rune.IsLetterOrDigit) ? "" : "The name needs a letter or a digit";
        return problem.Length == 0;
    }

    /// <summary>The first character of a text that cannot be seen and is no part of how a word is spelt; <see langword="null"/> if there is none.</summary>
    public static int? FindHidden(string text)
    {
        Rune? before = null;
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune))
            {
                return text[at]; // half of a character
            }

            at += rune.Utf16SequenceLength;
            Rune? after = at < text.Length && Rune.TryGetRuneAt(text, at, out var next) ? next : null;
            if (IsHidden(rune) && !IsSpelling(rune, before, after))
            {
                return rune.Value;
            }

            before = rune;
        }

        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse
        || DrawnAsNothing.Contains(rune.Value)
        || (rune.Value & 0xFFFE) == 0xFFFE; // no character at all

    private static bool IsSpelling(Rune rune, Rune? before, Rune? after) =>
        rune.Value is Joiner or NonJoiner && before is { } left && IsOfJoiningScript(left) && (IsMark(left) || (after is { } right && IsOfJoiningScript(right)));

    private static bool IsOfJoiningScript(Rune rune) => rune.Value >= FirstJoiningScript && (Rune.IsLetter(rune) || IsMark(rune)) && !DrawnAsNothing.Contains(rune.Value);

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
