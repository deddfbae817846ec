using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Lanyard.Accounts;

/// <summary>Remembers in the browser what it was asked to sign, in a cookie that only we can read, until it answers.</summary>
public sealed class PasskeyChallenges(IDataProtectionProvider protection)
{
    private const string CookieName = "lanyard-passkey";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Lanyard.PasskeyChallenge").ToTimeLimitedDataProtector();

    /// <summary>Remembers a challenge.</summary>
    public void Remember(HttpContext http, string challenge) =>
        http.Response.Cookies.Append(CookieName, _protector.Protect(challenge, Longest), new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = Longest });

    /// <summary>The challenge, which is forgotten by that; <see langword="null"/> if there is none, or it is too old.</summary>
    public string? Take(HttpContext http)
    {
        http.Response.Cookies.Delete(CookieName);
        try
        {
            return http.Request.Cookies[CookieName] is { } cookie ? _protector.Unprotect(cookie) : null;
        }
        catch (CryptographicException)
        {
            return null; // too old, or not ours
        }
    }
}
