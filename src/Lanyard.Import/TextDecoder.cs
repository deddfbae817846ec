using System.Text;

namespace Lanyard.Import;

/// <summary>Finds out in which encoding a text is written.</summary>
internal static class TextDecoder
{
    /// <summary>The text, or <see langword="null"/> if the bytes are no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        var text = bytes switch
        {
            [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
            [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
            [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
            // Windows-1252 is always there.
            _ => Utf8(bytes) ?? CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes),
        };
        var strange = text.Count(letter =>
            char.IsControl(letter) && letter is not ('\n' or '\r' or '\t' or '\f' or '\v')
        );
        return text.Length == 0 || strange * 100 <= text.Length ? Plain(text) : null;
    }

    // The ends of lines as one, but the ends of pages as they are.
    private static string Plain(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n')
            .Replace('\v', '\n')
            .Replace('\u0085', '\n')
            .Replace('\u2028', '\n')
            .Replace('\u2029', '\n');

    private static string? Utf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
