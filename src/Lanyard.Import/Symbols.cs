using System.Globalization;

namespace Lanyard.Import;

/// <summary>The signs of the picture alphabets that word processors bring along, in characters that everybody
/// has.</summary>
internal static class Symbols
{
    /// <summary>A text without the private characters that mean a tick or a cross.</summary>
    public static string Plain(string text) =>
        text.Any(letter => letter is >= '\uF000' and <= '\uF0FF')
            ? string.Concat(text.Select(letter => Tick(letter) ?? letter.ToString()))
            : text;

    /// <summary>The sign of a bullet: a tick or a cross, since these say what is right, and otherwise a plain
    /// one.</summary>
    public static string Bullet(string? text) =>
        text is [var sign, ..] && (Tick(sign) ?? sign.ToString()) is "✓" or "✗" or "☑" or "☒" ? Plain(text[..1])
        : text is ['✔', ..] ? "✓"
        : text is ['✘' or '❌', ..] ? "✗"
        : "•";

    /// <summary>A character that is named by its font and its place in it, such as F0B7.</summary>
    public static string Of(string? place)
    {
        if (
            !int.TryParse(place, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
            || code is 0 or > 0xFFFF
        )
        {
            return "";
        }

        var sign = (char)(code < 0x100 ? code + 0xF000 : code);
        return Tick(sign)
            ?? (
                sign is >= '\uF000' and <= '\uF0FF' ? "•"
                : char.IsSurrogate(sign) ? ""
                : sign.ToString()
            );
    }

    private static string? Tick(char sign) =>
        sign switch
        {
            '\uF0FC' => "✓",
            '\uF0FB' => "✗",
            '\uF0FE' => "☑",
            '\uF0FD' => "☒",
            _ => null,
        };
}
