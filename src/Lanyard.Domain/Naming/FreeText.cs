namespace Lanyard.Domain.Naming;

/// <summary>What somebody writes in their own words: an answer, a reason, a minute reference.</summary>
/// <remarks>
/// It may have lines and every sign that words are written with. What it may not have makes people read something else than
/// what was kept: characters that turn the direction of writing round, control characters, and halves of characters.
/// </remarks>
public static class FreeText
{
    // Spaces that do not break, and those of other widths.
    private static readonly char[] Spaces = ['\u00A0', '\u2007', '\u2009', '\u202F', '\u3000'];

    /// <summary>What is wrong with a text and how to put it right; empty if nothing is.</summary>
    public static string ProblemOf(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogatePair(text, at))
            {
                at++;
            }
            else if (IsRefused(text[at]))
            {
                return $"The text holds a character that cannot be seen (U+{(int)text[at]:X4}). Type the text instead of copying it";
            }
        }

        return "";
    }

    /// <summary>The text without what programs leave in cells and nobody sees: spaces of no width, soft hyphens, marks
    /// of byte order and direction.</summary>
    /// <param name="text">The text.</param>
    /// <param name="unseen">The first such character; <see langword="null"/> if there was none.</param>
    public static string WithoutUnseen(string text, out char? unseen)
    {
        unseen = text.Any(IsLeftOver) ? text.First(IsLeftOver) : null;
        var visible = unseen is null ? text : string.Concat(text.Where(letter => !IsLeftOver(letter)));
        return visible.AsSpan().IndexOfAny(Spaces) < 0 ? visible : string.Join(' ', visible.Split(Spaces)).Trim();
    }

    private static bool IsLeftOver(char letter) =>
        letter is '\u00AD' or '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF';

    private static bool IsRefused(char letter) =>
        letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or >= '\uFFFE'
        || char.IsSurrogate(letter)
        || (char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'));
}
