using System.Collections.Immutable;
using System.Globalization;

namespace Lanyard.Domain.Vocabulary;

/// <summary>A line that declares a word: <c>name: clause = phrase | phrase ~ heard (notes)</c>.</summary>
internal sealed record WordLine(string Name, ImmutableArray<string> Phrases, int Line)
{
    public string? Clause { get; private init; }

    public ImmutableArray<string> Heard { get; private init; } = [];

    public string? Plural { get; private init; }

    public string? Past { get; private init; }

    public bool IsUnique { get; private init; }

    public bool TakesContent { get; private init; }

    public bool HoldsContent { get; private init; }

    public string Towards { get; private init; } = "";

    public string? Lead { get; private init; }

    public string Article { get; private init; } = "the";

    public string? Also { get; private init; }

    public ImmutableArray<AgeNote> MinimumAges { get; private init; } = [];

    public static WordLine Read(VocabularyLine line)
    {
        var (rest, notes) = TakeNotes(line.Text);
        var (declared, heard) = Cut(rest, '~');
        var (first, phrases) = Cut(declared, '=');
        var (name, clause) = Cut(first, ':');
        return new(name, [name, .. Split(phrases)], line.Number)
        {
            Clause = clause.Length == 0 ? null : clause,
            Heard = [.. Split(heard)],
            Plural = Note(notes, "plural "),
            Past = Note(notes, "past "),
            IsUnique = notes.Contains("the"),
            Article = notes.Contains("a") ? "a" : Note(notes, "plural ") is null ? "the" : "",
            TakesContent = notes.Contains("takes content"),
            HoldsContent = notes.Contains("takes content") || notes.Contains("of content"),
            Towards = Note(notes, "towards ") ?? "",
            Lead = Note(notes, "lead "),
            Also = Note(notes, "with "),
            MinimumAges = [.. notes.Where(note => note.StartsWith("minimum age ", StringComparison.Ordinal)).Select(note => ReadAge(note, line))],
        };
    }

    private static (string Kept, List<string> Notes) TakeNotes(string text)
    {
        var notes = new List<string>();
        for (var open = text.IndexOf('(', StringComparison.Ordinal); open >= 0; open = text.IndexOf('(', StringComparison.Ordinal))
        {
            var close = text.IndexOf(')', open);
            notes.Add(text[(open + 1)..close]);
            text = string.Concat(text.AsSpan(0, open).TrimEnd(), text.AsSpan(close + 1));
        }

        return (text.Trim(), notes);
    }

    private static AgeNote ReadAge(string note, VocabularyLine line)
    {
        var words = note.Split(' ');
        if (words.Length is not (3 or 5) || !int.TryParse(words[2], CultureInfo.InvariantCulture, out var years))
        {
            throw new VocabularyException(line.Number, $"`{note}` is not `minimum age N` or `minimum age N from DATE`");
        }

        return new(years, words.Length == 5 ? DateOnly.ParseExact(words[4], "yyyy-MM-dd", CultureInfo.InvariantCulture) : null);
    }

    private static string? Note(List<string> notes, string kind) =>
        notes.Find(note => note.StartsWith(kind, StringComparison.Ordinal))?[kind.Length..];

    private static (string Before, string After) Cut(string text, char at)
    {
        var index = text.IndexOf(at, StringComparison.Ordinal);
        return index < 0 ? (text.Trim(), "") : (text[..index].Trim(), text[(index + 1)..].Trim());
    }

    private static string[] Split(string text) =>
        text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
