using System.Text;

namespace Lanyard.Decisions.Worries;

/// <summary>How words sound and how far apart their letters are, so that a word is known however it is spelt.</summary>
internal static class Sounds
{
    private static readonly (string Written, string Spoken)[] Alike =
    [
        ("ph", "f"), ("ght", "t"), ("ck", "k"), ("sch", "sk"), ("ce", "se"), ("ci", "si"), ("cy", "si"),
            ("dge", "j"), ("tch", "ch"), ("qu", "kw"), ("x", "ks"), ("z", "s"), ("wh", "w"), ("ar", "a"),
                ("er", "a"), ("or", "a"), ("ur", "a"),
    ];

    /// <summary>The consonants of a word as they sound, with one mark for each run of vowels.</summary>
    public static string Of(string word)
    {
        var said = word.StartsWith("kn", StringComparison.Ordinal)
            || word.StartsWith("wr", StringComparison.Ordinal) ? word[1..] : word;
        said = Alike.Aggregate(said, (text, pair) => text.Replace(pair.Written, pair.Spoken, StringComparison.Ordinal));
        var sounds = new StringBuilder(said.Length);
        foreach (var letter in said)
        {
            var sound = "aeiouy".Contains(letter, StringComparison.Ordinal) ? '.' : letter == 'c' ? 'k' : letter;
            if (sounds.Length == 0 || sounds[^1] != sound)
            {
                sounds.Append(sound);
            }
        }

        return sounds.ToString().TrimEnd('.');
    }

    /// <summary>Whether one word becomes the other by so many letters added, left out, replaced or swapped with their
    /// neighbour.</summary>
    public static bool AreWithin(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most)
        {
            return false;
        }

        var (last, before, row) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var at = 0; at <= other.Length; at++)
        {
            last[at] = at;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = one[i - 1] == other[j - 1];
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[other.Length] <= most;
    }
}
