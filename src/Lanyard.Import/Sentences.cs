namespace Lanyard.Import;

/// <summary>Cuts a paragraph into sentences.</summary>
public static class Sentences
{
    private static readonly string[] Abbreviations =
    [
        "e.g.",
        "i.e.",
        "etc.",
        "mr.",
        "mrs.",
        "ms.",
        "dr.",
        "no.",
        "para.",
        "paras.",
        "s.",
        "ss.",
        "cf.",
        "vs.",
        "approx.",
        "inc.",
        "ltd.",
        "st.",
    ];

    /// <summary>The sentences of a paragraph, in order, without empty ones.</summary>
    public static IEnumerable<string> Of(string paragraph)
    {
        var start = 0;
        for (var at = 0; at < paragraph.Length; at++)
        {
            if (paragraph[at] is '.' or '!' or '?' && IsEnd(paragraph, at))
            {
                var end = at + 1;
                while (end < paragraph.Length && paragraph[end] is '"' or '”' or '\'' or '’' or ')')
                {
                    end++;
                }

                yield return paragraph[start..end].Trim();
                start = end;
                at = end - 1;
            }
        }

        if (start < paragraph.Length && paragraph[start..].Trim() is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }

    private static bool IsEnd(string text, int at)
    {
        var next = at + 1;
        while (next < text.Length && text[next] is '"' or '”' or '\'' or '’' or ')')
        {
            next++;
        }

        if (next < text.Length && !char.IsWhiteSpace(text[next]))
        {
            return false; // 4.10, www.example.org
        }

        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        var word = text[(text.LastIndexOf(' ', at) + 1)..(at + 1)].TrimStart('(').ToLowerInvariant();
        return next >= text.Length || (!Abbreviations.Contains(word) && !char.IsLower(text[next]));
    }
}
