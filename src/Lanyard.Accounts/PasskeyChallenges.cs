using System.Security.Cryptography;
using System.Text;
using Lanyard.Records;
using Microsoft.AspNetCore.DataProtection;

namespace Lanyard.Accounts;

/// <summary>Remembers in the browser what it was asked to sign, in a cookie that only we can read, until it answers. One that
/// was answered rightly is spent, whichever browser shows it again.</summary>
public sealed class PasskeyChallenges(RecordBook book, IDataProtectionProvider protection, CookieRules cookies,
    TimeProvider clock)
{
    private const string CookieName = "lanyard-passkey";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Lanyard.PasskeyChallenge").ToTimeLimitedDataProtector();

    private readonly KeptRows<SpentChallenge> _spent = new(book.Store, Installation.Partition, "spent-challenge");

    /// <summary>Remembers a challenge.</summary>
    public void Remember(HttpContext http, string challenge) =>
        cookies.Append(http, CookieName, _protector.Protect(challenge, Longest), Longest);

    /// <summary>Notes that a challenge was answered: of two who answer it, one is told <see langword="true"/>.</summary>
    /// <remarks>The note is kept for longer than the challenge works, and then swept away.</remarks>
    public Task<bool> SpendAsync(string challenge, CancellationToken cancel) => _spent.TryPutAsync(
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(challenge))),
        new(clock.GetUtcNow() + (2 * Longest)), version: 0, [], sort: "", cancel);

    /// <summary>The challenge, which is forgotten by that; <see langword="null"/> if there is none, or it is too old.</summary>
    public string? Take(HttpContext http)
    {
        cookies.Delete(http, CookieName);
        try
        {
            return cookies.Find(http, CookieName) is { } cookie ? _protector.Unprotect(cookie) : null;
        }
        catch (CryptographicException)
        {
            return null; // too old, or not ours
        }
    }
}
