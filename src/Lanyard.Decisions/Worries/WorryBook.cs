using System.Collections.Frozen;
using System.Collections.Immutable;
using Lanyard.Policy.Binding;

namespace Lanyard.Decisions.Worries;

/// <summary>The word file of worries: groups of words, patterns of groups, and the words that are not
/// misspellings.</summary>
internal sealed class WorryBook
{
    private const int Shortest = 5; // letters: short words have too many neighbours

    private static readonly Lazy<WorryBook> Ours = new(ReadShipped);

    private readonly Dictionary<string, List<WorryPhrase>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> _spelt = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ofWorry = new(StringComparer.Ordinal);
    private readonly List<WorryPattern> _patterns = [];
    private readonly FrozenDictionary<string, string[]> _bySound;

    public WorryBook(string text)
    {
        var section = "";
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd())
            .Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] != ' ')
            {
                section = line;
            }
            else
            {
                Read(section, line.Trim());
            }
        }

        _bySound = _ofWorry.GroupBy(Sounds.Of).ToFrozenDictionary(alike => alike.Key, alike =>
            alike.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The words that Lanyard ships with.</summary>
    public static WorryBook Shipped => Ours.Value;

    public IReadOnlyList<WorryPattern> Patterns => _patterns;
    /// <summary>The groups that have words.</summary>
    public IReadOnlySet<string> Groups => _byFirstWord.Values.SelectMany(phrases => phrases)
        .Select(phrase => phrase.Group).ToHashSet(StringComparer.Ordinal);


    /// <summary>The phrases that begin with a word.</summary>
    public IReadOnlyList<WorryPhrase> From(string word) => _byFirstWord.GetValueOrDefault(word) ?? [];

    /// <summary>The words that a word stands for: those of the list of spellings; else itself.</summary>
    public ImmutableArray<string> Spelt(string word) => _spelt.GetValueOrDefault(word, [word]);

    /// <summary>A word, and, if it is no word that is known, those that it may be a misspelling of.</summary>
    public IEnumerable<string> Meant(string word) =>
        _known.Contains(word) || word.Length < Shortest
            ? [word] : [word, .. _bySound.GetValueOrDefault(Sounds.Of(word), [])
            .Where(alike => alike.Length >= Shortest), .. _ofWorry.Where(meant => IsSlip(word, meant))];

    // A slip seldom changes the first letter.
    private static bool IsSlip(string word, string meant) =>
        word[0] == meant[0] && meant.Length >= Shortest
            && Sounds.AreWithin(word, meant, meant.Length >= 8 && word.Length >= 7 ? 2 : 1);

    private void Read(string section, string line)
    {
        switch (section.Split(' ', 2))
        {
            case ["group", var group]:
                line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .SelectMany(Forms).ToList().ForEach(phrase => Learn(group, phrase));
                break;
            case ["kind", var kind] when line[0] == '>':
                var last = _patterns[^1];
                _patterns[^1] = last with { Examples = last.Examples.Add(line[1..].Trim()) };
                break;
            case ["kind", var kind]:
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                _patterns.Add(new(kind, Enum.Parse<WorryStrength>(line[..colon], ignoreCase: true),
                    [.. line[(colon + 1)..].Split('+', StringSplitOptions.TrimEntries)], []));
                break;
            case ["spelt"]:
                var pair = line.Split('=', StringSplitOptions.TrimEntries);
                pair[0].Split(' ').ToList().ForEach(word => _spelt[word] = [.. pair[1].Split(' ')]);
                break;
            case ["ordinary"]:
                _known.UnionWith(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
                break;
            default:
                throw new FormatException($"The word file of worries has no section \"{section}\".");
        }
    }

    private void Learn(string group, string phrase)
    {
        ImmutableArray<string> words = [.. phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        if (!_byFirstWord.TryGetValue(words[0], out var phrases))
        {
            _byFirstWord[words[0]] = phrases = [];
        }

        phrases.Add(new(group, words));
        _known.UnionWith(words);
        _ofWorry.UnionWith(words.Where(word => word != WorryPhrase.Gap));
    }

    private static IEnumerable<string> Forms(string phrase) =>
        phrase.StartsWith("to ", StringComparison.Ordinal)
            && phrase.Length > 3 ? VerbForms.Of(phrase[3..]).Select(form => form.Form).Distinct() : [phrase];

    private static WorryBook ReadShipped()
    {
        // it is part of the assembly
        using var stream = typeof(WorryBook).Assembly.GetManifestResourceStream("worries.txt")!;
        using var reader = new StreamReader(stream);
        return new(reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
