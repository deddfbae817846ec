using System.Collections.Immutable;
using Lanyard.Domain.Naming;

namespace Lanyard.Workflows.People.Import;

/// <summary>Gathers the words of a file that somebody has to be asked about, each once.</summary>
internal sealed class AskedWords(Func<string, string?> nearest)
{
    private readonly Dictionary<string, AskedWord> _words = new(StringComparer.Ordinal);

    /// <summary>The words, those that concern most people first.</summary>
    public ImmutableArray<AskedWord> List =>
        [.. _words.Values.OrderByDescending(word => word.Count).ThenBy(word => word.FirstLine)];

    /// <summary>Adds a word of a line.</summary>
    public void Add(string text, int line)
    {
        var key = Folding.Of(text);
        _words[key] = _words.TryGetValue(key, out var word) ? word with { Count = word.Count + 1 }
            : new(text, 1, line, nearest(text));
    }
}
