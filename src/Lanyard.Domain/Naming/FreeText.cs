namespace Lanyard.Domain.Naming;

/// <summary>What somebody writes in their own words: an answer, a reason, a minute reference.</summary>
/// <remarks>
/// It may have lines and every sign that words are written with. What it may not have makes people read something else than
/// what was kept: characters that turn the direction of writing round, control characters, and halves of characters.
/// </remarks>
public static class FreeText
{
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

    private static bool IsRefused(char letter) =>
        letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or >= '\uFFFE'
        || char.IsSurrogate(letter)
        || (char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'));
}
