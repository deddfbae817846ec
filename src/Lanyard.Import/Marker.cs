using System.Text.RegularExpressions;

namespace Lanyard.Import;

/// <summary>The bullet, number or letter before a paragraph, taken off it.</summary>
internal sealed partial record Marker(MarkerKind Kind, string Number, string Text, bool WasBulleted = false)
{
    public static Marker Of(string line)
    {
        var text = line.Trim();
        if (BulletMark().Match(text) is { Success: true } bullet)
        {
            var inner = Of(text[bullet.Length..]);
            return inner.Kind == MarkerKind.Number ? inner with { WasBulleted = true } : new(MarkerKind.Bullet, "", inner.Text, WasBulleted: true);
        }

        if (NumberMark().Match(text) is { Success: true } number && !IsYear(number.Groups["number"].Value))
        {
            return new(MarkerKind.Number, number.Groups["number"].Value.TrimEnd('.'), text[number.Length..].Trim());
        }

        return LetterMark().Match(text) is { Success: true } letter
            ? new(MarkerKind.Letter, "", text[letter.Length..].Trim())
            : new(MarkerKind.None, "", text);
    }

    /// <summary>Whether a line reads like a heading: short, without an end, and beginning with a capital.</summary>
    public static bool LooksLikeHeading(string text)
    {
        var plain = text.Trim().Trim('*', '_', ' ');
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= 9 && plain.Length < 80 && !plain.Contains('\t', StringComparison.Ordinal)
            && char.IsUpper(plain[0]) && plain[^1] is not ('.' or ';' or ',' or '?' or '!');
    }

    private static bool IsYear(string number) => number.Length == 4 && !number.Contains('.', StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:[·•●▪◦‣∙*–—-]|o(?=\s))\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex BulletMark();

    [GeneratedRegex(@"^(?<number>\d{1,2}(?:\.\d{1,2}){0,4})(?:[.)]?\s+|[.)]?$|\.(?=[A-Z]))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex NumberMark();

    [GeneratedRegex(@"^\(?(?:[a-z]|[ivx]{1,4})[.)]\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex LetterMark();
}
