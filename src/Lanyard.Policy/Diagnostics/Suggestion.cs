namespace Lanyard.Policy.Diagnostics;

/// <summary>Guesses which known word an author meant.</summary>
public static class Suggestion
{
    private const int LongestWord = 60;

    /// <summary>The candidate nearest to <paramref name="word"/>, or none if every one would be a far-fetched guess.</summary>
    /// <remarks>One edit for every three letters, two at the most; a swap of neighbours is one edit.</remarks>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        if (word.Length > LongestWord)
        {
            return null;
        }

        var allowed = Math.Clamp(word.Length / 3, 1, 2);
        return candidates
            .Where(candidate => Math.Abs(candidate.Length - word.Length) <= allowed && candidate != word)
            .Select(candidate => (Candidate: candidate, Distance: Distance(word, candidate)))
            .Where(pair => pair.Distance <= allowed && pair.Distance < pair.Candidate.Length)
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
            .Select(pair => pair.Candidate)
            .FirstOrDefault();
    }

    /// <summary>Whether one slip of the finger lies between two words.</summary>
    public static bool IsOneSlip(string word, string other) =>
        word.Length <= LongestWord && Math.Abs(word.Length - other.Length) <= 1 && Distance(word, other) <= 1;

    // The optimal string alignment distance: insert, delete, replace, or swap two neighbours.
    private static int Distance(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                table[i, j] = (i, j) switch
                {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => Math.Min(
                        Math.Min(table[i - 1, j], table[i, j - 1]) + 1,
                        table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)),
                };
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[left.Length, right.Length];
    }
}
