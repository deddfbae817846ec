namespace Lanyard.Accounts;

/// <summary>How our cookies are named and guarded: bound to this very host over HTTPS, and under a plain name where HTTPS is not used, as on one's own machine.</summary>
/// <param name="isSecure">Whether people reach the server by HTTPS only.</param>
public sealed class CookieRules(bool isSecure)
{
    /// <summary>Whether cookies are sent over HTTPS only.</summary>
    public bool IsSecure => isSecure;

    /// <summary>The whole name of a cookie. A browser takes one that begins with <c>__Host-</c> only over HTTPS, from this host, for all of it.</summary>
    public string NameOf(string plain) => isSecure ? $"__Host-{plain}" : plain;

    /// <summary>What a browser sent under a name.</summary>
    public string? Find(HttpContext http, string plain) => http.Request.Cookies[NameOf(plain)];

    /// <summary>Gives the browser a cookie that scripts do not see and other sites do not send.</summary>
    public void Append(HttpContext http, string plain, string value, TimeSpan lasts) =>
        http.Response.Cookies.Append(NameOf(plain), value, Options(lasts));

    /// <summary>Takes it away again.</summary>
    public void Delete(HttpContext http, string plain) => http.Response.Cookies.Delete(NameOf(plain), Options(lasts: null));

    /// <summary>Names and guards a cookie that the framework writes.</summary>
    /// <param name="cookie">The cookie.</param>
    /// <param name="plain">Its name.</param>
    /// <param name="sameSite">Whether it comes along from another site.</param>
    public void Guard(CookieBuilder cookie, string plain, SameSiteMode sameSite)
    {
        (cookie.Name, cookie.Path, cookie.Domain) = (NameOf(plain), "/", null);
        (cookie.HttpOnly, cookie.IsEssential, cookie.SameSite) = (true, true, sameSite);
        cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    private CookieOptions Options(TimeSpan? lasts) => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = isSecure, Path = "/", MaxAge = lasts };
}
