using System.Security.Cryptography;
using System.Text;

namespace Lanyard.Accounts;

/// <summary>Codes to keep on paper, each of which stands in once for a code from the app.</summary>
/// <remarks>Only their hashes are kept. A code is 75 bits of chance, so a plain hash is enough: nobody tries them all.</remarks>
public static class RecoveryCodes
{
    /// <summary>How many there are in a set.</summary>
    public const int Count = 10;

    private const int Length = 15;
    private const int GroupLength = 5;
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789"; // none that is easily taken for another

    /// <summary>Gives an account a new set in place of the earlier one; what it answers is shown once and kept nowhere.</summary>
    public static IReadOnlyList<string> Renew(Account account)
    {
        List<string> codes = [.. Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Letters, Length))];
        account.RecoveryCodes = [.. codes.Select(Hash)];
        return [.. codes.Select(code => string.Join('-', code.Chunk(GroupLength).Select(group => new string(group))))];
    }

    /// <summary>Whether a text has the form of one.</summary>
    public static bool LookLike(string typed) => Plain(typed).Length == Length;

    /// <summary>Takes one out of an account's set; <see langword="false"/> if it is not in there.</summary>
    public static bool Take(Account account, string typed)
    {
        var hash = Hash(Plain(typed));
        if (!account.RecoveryCodes.Contains(hash))
        {
            return false;
        }

        account.RecoveryCodes = [.. account.RecoveryCodes.Where(each => each != hash)];
        return true;
    }

    private static string Plain(string typed) => new([.. typed.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
