using System.Reflection;

namespace Lanyard.Accounts.Passwords;

/// <summary>The passwords that people use most, and words that everybody in a school thinks of first.</summary>
public static class CommonPasswords
{
    private const int RankOfSchoolWords = 20;

    private static readonly string[] SchoolWords =
    [
        "school", "teacher", "headteacher", "academy", "trust", "nursery", "college", "primary", "secondary", "safeguarding", "lanyard", "pupil", "student", "governor", "classroom", "welcome",
        "changeme", "letmein", "admin", "administrator", "whatever", "spring", "summer", "autumn", "winter", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
        "manchester", "united", "city", "arsenal", "liverpool", "everton", "chelsea", "tottenham", "london", "england", "wales", "scotland",
    ];

    // From advice on passwords, which many take at its word.
    private static readonly string[] Examples = ["correcthorsebatterystaple", "threerandomwords", "coffeetrainfish", "redhousemonkeys", "fishhorsecar"];

    private static readonly Dictionary<string, int> Ranks = Read();

    /// <summary>The commonest of twelve characters and more.</summary>
    public static IEnumerable<string> OfTwelveAndMore => Ranks.Keys.Where(word => word.Length >= 12);

    /// <summary>The place of a word among them, the commonest at 1; <see langword="null"/> if it is not among them.</summary>
    /// <param name="word">The word, in small letters.</param>
    public static int? RankOf(string word) => Ranks.TryGetValue(word, out var rank) ? rank : null;

    /// <summary>Whether a password is an example from advice on passwords, whatever stands between its words.</summary>
    public static bool IsExample(string password) => Examples.Contains(new([.. password.Where(char.IsAsciiLetter).Select(char.ToLowerInvariant)]));

    private static Dictionary<string, int> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("common-passwords.txt") ?? throw new InvalidOperationException("common-passwords.txt is missing from this build.");
        using var reader = new StreamReader(stream);
        var ranks = SchoolWords.ToDictionary(word => word, _ => RankOfSchoolWords, StringComparer.Ordinal);
        var rank = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line is not ['#', ..] && ++rank > 0)
            {
                ranks[line] = Math.Min(rank, ranks.GetValueOrDefault(line, int.MaxValue));
            }
        }

        return ranks;
    }
}
