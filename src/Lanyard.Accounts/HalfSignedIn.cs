using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Lanyard.Accounts;

/// <summary>Remembers for a few minutes who has given the right password and still owes the code.</summary>
public sealed class HalfSignedIn(IDataProtectionProvider protection)
{
    private const string CookieName = "lanyard-half";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Lanyard.HalfSignedIn").ToTimeLimitedDataProtector();

    /// <summary>Remembers it in a cookie that only we can read.</summary>
    public void Remember(HttpContext http, Account account) =>
        http.Response.Cookies.Append(CookieName, _protector.Protect($"{account.Person} {account.SecurityStamp}", Longest), new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = Longest });

    /// <summary>Whose account it was; <see langword="null"/> if nobody's, too long ago, or if a secret of it was changed since.</summary>
    public async Task<Account?> FindAsync(HttpContext http, UserManager<Account> accounts)
    {
        try
        {
            return http.Request.Cookies[CookieName] is { } cookie && _protector.Unprotect(cookie).Split(' ') is [var person, var stamp]
                && await accounts.FindByIdAsync(person) is { } account && account.SecurityStamp == stamp ? account : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null; // too old, or not ours
        }
    }

    /// <summary>Forgets it.</summary>
    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(CookieName);
}
