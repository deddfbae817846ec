using System.Text;

namespace Lanyard.Import;

/// <summary>Says a footnote inside the sentence that refers to it, since it may change what the sentence
/// says.</summary>
internal static class Footnotes
{
    /// <summary>What a note says, without an end of a sentence that would end the sentence around it.</summary>
    public static string OnOneLine(string text) =>
        string.Join(
            "; ",
            Sentences
                .Of(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
                .Select(sentence => sentence.TrimEnd('.'))
        );

    /// <summary>"pupils." becomes "pupils (footnote: former pupils too)."</summary>
    public static void Append(StringBuilder text, string said)
    {
        var mark = text.Length > 0 && text[^1] is '.' or '!' or '?' or ';' or ':' or ',' ? $"{text[^1]}" : "";
        text.Length -= mark.Length;
        text.Append(" (footnote: ").Append(said).Append(')').Append(mark);
    }
}
