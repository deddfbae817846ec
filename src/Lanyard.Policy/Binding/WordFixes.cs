using System.Collections.Frozen;

namespace Lanyard.Policy.Binding;

/// <summary>Words that people write in a policy, which the language says in another way.</summary>
internal static class WordFixes
{
    private static readonly FrozenDictionary<string, string> Fixes = new Dictionary<string, string>
    {
        ["add"] = "request a connection with",
        ["chat"] = "converse with",
        ["friends"] = "connect with",
        ["get"] = "receive",
        ["give"] = "disclose",
        ["nasty"] = "is hurtful",
        ["phone"] = "on a personal device",
        ["phones"] = "on a personal device",
        ["professionally"] = "content that is unprofessional",
        ["put"] = "post",
        ["rude"] = "is offensive",
        ["speak"] = "converse with",
        ["talk"] = "converse with",
        ["teams"] = "through a learning platform",
        ["tell"] = "inform",
        ["text"] = "message",
        ["use"] = "use social media",
        ["write"] = "post",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Words that nobody writes by a slip of the finger, however near they are to one that is known.
    private static readonly FrozenSet<string> Plain = ((string[])
    [
        "take", "if", "terms", "relative", "go", "do", "be", "see", "use", "make", "set", "on", "off", "up",
        "own", "old", "new",
        "one", "two", "day", "way", "time", "long", "work", "home", "name", "note", "help", "need", "want",
        "like", "look",
    ]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How the language says it; <see langword="null"/> if that is not known.</summary>
    public static string? Of(string word) => Fixes.GetValueOrDefault(word);

    /// <summary>Whether a word is meant as it stands, so that no other is guessed.</summary>
    public static bool IsMeant(string word) => Plain.Contains(word) || Fixes.ContainsKey(word);
}
