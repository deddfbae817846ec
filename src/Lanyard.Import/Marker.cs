using System.Text.RegularExpressions;

namespace Lanyard.Import;

/// <summary>The bullet, number or letter before a paragraph, taken off it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">The number, such as "1.2"; empty if there is none.</param>
/// <param name="Text">The text after it.</param>
/// <param name="Label">The mark as it is printed, such as "(a)"; empty if it is a mere bullet.</param>
/// <param name="WasBulleted">Whether a bullet stood before it.</param>
internal sealed partial record Marker(
    MarkerKind Kind,
    string Number,
    string Text,
    string Label = "",
    bool WasBulleted = false
)
{
    public static Marker Of(string line)
    {
        var text = line.Trim();
        if (BulletMark().Match(text) is { Success: true } bullet)
        {
            var inner = Of(text[bullet.Length..]);
            return inner.Kind == MarkerKind.Number
                ? inner with
                {
                    WasBulleted = true,
                }
                : new(MarkerKind.Bullet, "", inner.Text, inner.Label, WasBulleted: true);
        }

        if (Tick().Match(text) is { Success: true } tick)
        {
            // The sign says whether it is a rule or its opposite.
            return new(MarkerKind.Bullet, "", text[tick.Length..].Trim(), tick.Value.Trim());
        }

        if (NumberMark().Match(text) is { Success: true } number)
        {
            return new(
                MarkerKind.Number,
                number.Groups["number"].Value.TrimEnd('.'),
                text[number.Length..].Trim(),
                number.Value.Trim()
            );
        }

        return LetterMark().Match(text) is { Success: true } letter
            ? new(MarkerKind.Letter, "", text[letter.Length..].Trim(), letter.Value.Trim())
            : new(MarkerKind.None, "", text);
    }

    /// <summary>The mark that the file itself prints before a paragraph.</summary>
    public static Marker Labelled(string label, string text)
    {
        var said = text.Trim();
        return label.Length == 0 ? new(MarkerKind.None, "", said)
            : label == "•"
                ? Of(said) is { Kind: MarkerKind.Number } inner ? inner with { WasBulleted = true }
                    : new(MarkerKind.Bullet, "", said, WasBulleted: true)
            : Of($"{label} x") is { Kind: not MarkerKind.None, Text: "x" } known ? known with { Text = said }
            : label.Length <= 8 && !label.Contains(' ', StringComparison.Ordinal)
                ? new(MarkerKind.Letter, "", said, label)
            : new(MarkerKind.None, "", $"{label} {said}");
    }

    /// <summary>Whether a line reads like a heading: short, without an end, and beginning with a capital.</summary>
    public static bool LooksLikeHeading(string text)
    {
        var plain = text.Trim().Trim('*', '_', ' ');
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= 9
            && plain.Length < 80
            && !plain.Contains('\t', StringComparison.Ordinal)
            && char.IsUpper(plain[0])
            && plain[^1] is not ('.' or ';' or ',' or '?' or '!');
    }

    // Word processors keep their bullets in a private corner of the character set, which other programs pass on.
    [GeneratedRegex(
        @"^(?:[·•●▪◦‣∙■□▫◆◇►▸➢➤⮚❖○◉⁃\uF000-\uF0FF]\s*|[*–—‐‑−-]\s+|o\s+(?=\S))",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex BulletMark();

    [GeneratedRegex(@"^[✓✔☑✗✘☒✅❌]\uFE0F?\s*(?=\S)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Tick();

    // "12 March", "14 days" and "1.2 million" are no numbers of clauses.
    [GeneratedRegex(
        @"^(?<number>[0-9]{1,2}(?:\.[0-9]{1,2}){0,4})(?:[.)]\s+|[.)]?$|\.(?=[A-Z])|\s+(?!(?:January|February|March|"
            + @"April|May|June|July|August|September|October|November|December)\s\d|(?:am|pm|million|thousand|"
            + @"hundred|billion|per\scent|percent|years?|months?|weeks?|days?|hours?|minutes?|o'clock|%)\b))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex NumberMark();

    [GeneratedRegex(
        @"^(?:\(?(?:[a-z]|[ivx]{1,4})[.)]|\((?:[A-Z]|[IVX]{1,5}|[0-9]{1,2})\)|[A-Z]\)|(?:II|III|IV|VI|VII|VIII|IX|"
            + @"XI|XII|XIII|XIV|XV)[.)])\s+",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex LetterMark();
}
