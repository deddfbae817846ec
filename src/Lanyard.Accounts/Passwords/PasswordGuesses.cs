using System.Text.RegularExpressions;

namespace Lanyard.Accounts.Passwords;

/// <summary>Estimates how many passwords somebody tries before they come to one, who begins with what people choose.</summary>
/// <remarks>
/// A password is cut into pieces in the way that is cheapest for them: common passwords and words, what they know of its owner, runs,
/// keys beside each other, years and days; what is left counts letter by letter, little for letters, since they may be a word. The
/// figures are powers of ten.
/// </remarks>
public sealed partial class PasswordGuesses
{
    private const int LongestLookedAt = 64; // what is longer is no easier to guess
    private const int LongestPiece = 24;
    private const int ShortestWord = 3;
    private const int ShortestWalk = 4;
    private const double OfRun = 1.2;
    private const double OfWalk = 1.6;
    private const double OfYear = 1.5;
    private const double OfDay = 4;
    private const double OfOwnWord = 0.5;
    private const double OfRepeating = 0.5;
    private const double OfWord = 0.3; // beside its rank
    private const double OfDisguise = 0.2; // 0 for o and the like

    private readonly HashSet<string> _own;
    private readonly string[] _forms; // as it is, and without disguise
    private readonly double[] _best;

    private PasswordGuesses(string password, HashSet<string> own)
    {
        _own = own;
        _forms = [password, Undisguised(password, 'l'), Undisguised(password, 'i')];
        _best = [0, .. Enumerable.Repeat(double.MaxValue, password.Length)];
    }

    private string Password => _forms[0];

    /// <summary>The power of ten of the tries.</summary>
    /// <param name="password">The password.</param>
    /// <param name="ownWords">What belongs to its owner: names, address, places of work.</param>
    public static double PowerOf(string password, IEnumerable<string> ownWords)
    {
        var plain = password.ToLowerInvariant();
        plain = plain[..Math.Min(plain.Length, LongestLookedAt)];
        return CommonPasswords.IsExample(plain) ? 1 : PowerOf(plain, ownWords.Select(word => word.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal));
    }

    private static double PowerOf(string plain, HashSet<string> own)
    {
        for (var length = 1; length <= plain.Length / 2; length++)
        {
            if (plain.Length % length == 0 && plain == string.Concat(Enumerable.Repeat(plain[..length], plain.Length / length)))
            {
                return PowerOf(plain[..length], own) + OfRepeating;
            }
        }

        return new PasswordGuesses(plain, own).Cheapest();
    }

    private double Cheapest()
    {
        for (var at = 0; at < Password.Length; at++)
        {
            Offer(at, 1, OfLetter(Password[at]));
            OfferRuns(at);
            OfferWalk(at);
            OfferDays(at);
            OfferWords(at);
        }

        return _best[^1];
    }

    // Reaching the place behind a piece costs what its beginning costs, and the piece.
    private void Offer(int at, int length, double cost) => _best[at + length] = Math.Min(_best[at + length], _best[at] + cost);

    private static double OfLetter(char letter) => letter switch
    {
        ' ' or '-' or '_' or '.' => 0.5,
        _ when char.IsLetter(letter) => 0.6,
        _ when char.IsAsciiDigit(letter) => 0.9,
        _ => 1,
    };

    // abc, 321, 789012, aaa.
    private void OfferRuns(int at)
    {
        foreach (var step in (int[])[1, -1, 0])
        {
            for (var end = at + 1; end < Password.Length && char.IsLetterOrDigit(Password[end]) && IsStep(Password[end - 1], Password[end], step); end++)
            {
                if (end - at + 1 >= ShortestWord)
                {
                    Offer(at, end - at + 1, OfRun);
                }
            }
        }
    }

    private static bool IsStep(char one, char next, int step) =>
        next - one == step || (step == 1 && one == '9' && next == '0') || (step == -1 && one == '0' && next == '9');

    private void OfferWalk(int at)
    {
        for (var end = at + 1; end < Password.Length && Keyboard.AreBeside(Password[end - 1], Password[end]); end++)
        {
            if (end - at + 1 >= ShortestWalk)
            {
                Offer(at, end - at + 1, OfWalk);
            }
        }
    }

    private void OfferDays(int at)
    {
        if (Year().Match(Password, at) is { Success: true } year)
        {
            Offer(at, year.Length, OfYear);
        }

        if (Day().Match(Password, at) is { Success: true } day)
        {
            Offer(at, day.Length, OfDay);
        }
    }

    private void OfferWords(int at)
    {
        for (var length = ShortestWord; length <= LongestPiece && at + length <= Password.Length; length++)
        {
            for (var form = 0; form < _forms.Length; form++)
            {
                var piece = _forms[form].Substring(at, length);
                var disguise = form == 0 ? 0 : OfDisguise;
                if (_own.Contains(piece))
                {
                    Offer(at, length, OfOwnWord + disguise);
                }
                else if (CommonPasswords.RankOf(piece) is { } rank)
                {
                    Offer(at, length, Math.Log10(rank + 1) + OfWord + disguise);
                }
            }
        }
    }

    private static string Undisguised(string password, char one) => new([.. password.Select(letter => letter switch
    {
        '0' => 'o', '1' or '!' => one, '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', '8' => 'b', _ => letter,
    })]);

    [GeneratedRegex(@"\G(?:19|20)[0-9]{2}", RegexOptions.None, 1000)]
    private static partial Regex Year();

    [GeneratedRegex(@"\G[0-3][0-9][-./]?[01][0-9][-./]?(?:(?:19|20)[0-9]{2}|[0-9]{2})", RegexOptions.None, 1000)]
    private static partial Regex Day();
}
