using Lanyard.Domain.People;
using Microsoft.AspNetCore.DataProtection;

namespace Lanyard.Web.Accounts;

/// <summary>Remembers for a few minutes who has given the right password and still owes the code.</summary>
public sealed class HalfSignedIn(IDataProtectionProvider protection)
{
    private const string CookieName = "lanyard-half";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Lanyard.HalfSignedIn").ToTimeLimitedDataProtector();

    /// <summary>Remembers it in a cookie that only we can read.</summary>
    public void Remember(HttpContext http, PersonId person) =>
        http.Response.Cookies.Append(CookieName, _protector.Protect(person.ToString(), Longest), new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = Longest });

    /// <summary>Who it was; <see langword="null"/> if nobody, or too long ago.</summary>
    public PersonId? Find(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[CookieName] is { } cookie ? new PersonId(Guid.ParseExact(_protector.Unprotect(cookie), "N")) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null; // too old, or not ours
        }
    }

    /// <summary>Forgets it.</summary>
    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(CookieName);
}
