using System.Security.Cryptography;
using System.Text;
using Lanyard.Domain.People;
using Lanyard.Records;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Lanyard.Accounts;

/// <summary>Remembers for a few minutes who has given the right password in which browser and still owes the code.</summary>
/// <remarks>It is kept on the server under a key that only that browser has. Each right password makes a new one, and ends the one that was shown.</remarks>
public sealed class HalfSignedIn(RecordBook book, CookieRules cookies, TimeProvider clock)
{
    private const string CookieName = "lanyard-half";
    private const int KeyBytes = 32;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly KeptRows<HalfSession> _rows = new(book.Store, Installation.Partition, "half-session");

    /// <summary>Remembers it for this browser.</summary>
    public async Task RememberAsync(HttpContext http, Account account, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var over = (await _rows.ListAsync(cancel, Term(account.Person))).Where(kept => kept.Value.Ends < now).Select(kept => kept.Place.Key);
        await _rows.RemoveAsync([.. over, .. Shown(http)], cancel);
        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(KeyBytes));
        await _rows.TryPutAsync(Hash(key), new(account.Person, account.SecurityStamp, now + Longest), version: 0, [Term(account.Person)], sort: "", cancel);
        cookies.Append(http, CookieName, key, Longest);
    }

    /// <summary>Whose account it was; <see langword="null"/> if nobody's, too long ago, or if a secret of it was changed since.</summary>
    public async Task<Account?> FindAsync(HttpContext http, UserManager<Account> accounts) =>
        Shown(http) is [var key] && await _rows.FindAsync(key, http.RequestAborted) is { Value: var half } && half.Ends >= clock.GetUtcNow()
        && await accounts.FindByIdAsync(half.Person.ToString()) is { } account && account.SecurityStamp == half.Stamp ? account : null;

    /// <summary>Forgets it.</summary>
    public async Task ForgetAsync(HttpContext http, CancellationToken cancel)
    {
        if (Shown(http) is [var key])
        {
            await _rows.RemoveAsync([key], cancel);
            cookies.Delete(http, CookieName);
        }
    }

    /// <summary>Forgets all that a person began.</summary>
    public async Task EndAsync(PersonId person, CancellationToken cancel) =>
        await _rows.RemoveAsync((await _rows.ListAsync(cancel, Term(person))).Select(kept => kept.Place.Key), cancel);

    private string[] Shown(HttpContext http) => cookies.Find(http, CookieName) is { Length: > 0 } key ? [Hash(key)] : [];

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static string Term(PersonId person) => $"person={person}";
}
