using System.Collections.Frozen;

namespace Lanyard.Decisions.Understanding;

/// <summary>Words for people who are no role of the vocabulary, and words of consent: of neither is anything
/// guessed.</summary>
internal static class PeopleWords
{
    private static readonly Lazy<FrozenDictionary<string, string>> SectionOf = new(Read);

    /// <summary>Whether a word stands for a person.</summary>
    public static bool IsPerson(string word) => SectionOf.Value.GetValueOrDefault(word) == "people";

    /// <summary>Whether a word speaks of consent, given or not.</summary>
    public static bool IsConsent(string word) => SectionOf.Value.GetValueOrDefault(word) == "consents";

    private static FrozenDictionary<string, string> Read()
    {
        // it is part of the assembly
        using var stream = typeof(PeopleWords).Assembly.GetManifestResourceStream("people.txt")!;
        using var reader = new StreamReader(stream);
        var (words, section) = (new Dictionary<string, string>(StringComparer.Ordinal), "");
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith(' '))
            {
                line.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList().ForEach(word => words[word] = section);
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                section = line;
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
