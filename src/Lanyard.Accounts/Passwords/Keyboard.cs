namespace Lanyard.Accounts.Passwords;

/// <summary>Tells which keys lie beside each other on a British or American keyboard.</summary>
internal static class Keyboard
{
    private const double Beside = 1.2; // in widths of a key

    private static readonly string[] Rows = ["1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"];
    private static readonly double[] Starts = [0, 0.5, 0.75, 1.25];

    // With the shift key held.
    private static readonly Dictionary<char, char> Shifted = new()
    {
        ['!'] = '1', ['"'] = '2', ['@'] = '2', ['£'] = '3', ['#'] = '3', ['$'] = '4', ['%'] = '5', ['^'] = '6', ['&'] = '7', ['*'] = '8', ['('] = '9', [')'] = '0',
    };

    /// <summary>Whether two different keys lie beside each other, or above.</summary>
    public static bool AreBeside(char one, char other) =>
        Find(one) is var (x, y) && Find(other) is var (u, v) && (x, y) != (u, v) && Math.Abs(y - v) <= 1 && Math.Abs(x - u) < Beside;

    private static (double X, int Y)? Find(char letter)
    {
        var key = Shifted.GetValueOrDefault(letter, letter);
        for (var row = 0; row < Rows.Length; row++)
        {
            if (Rows[row].IndexOf(key, StringComparison.Ordinal) is >= 0 and var at)
            {
                return (Starts[row] + at, row);
            }
        }

        return null;
    }
}
