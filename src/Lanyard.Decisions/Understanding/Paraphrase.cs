using System.Text.RegularExpressions;

namespace Lanyard.Decisions.Understanding;

/// <summary>A way in which documents say something, and the way in which a statement says the same.</summary>
/// <remarks>Neither side may say more than the other: a paraphrase that drops a condition would turn a sentence into another rule.</remarks>
internal sealed class Paraphrase(string pattern, string replacement)
{
    private readonly Regex _pattern = new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public string In(string sentence) => _pattern.Replace(sentence, replacement);
}
