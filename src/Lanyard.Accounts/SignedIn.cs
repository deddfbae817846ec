using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Lanyard.Accounts;

/// <summary>Begins sessions.</summary>
public static class SignedIn
{
    /// <summary>The claim that names the organisation.</summary>
    public const string OrganisationClaim = "lanyard:organisation";

    /// <summary>The claim that says that a second factor was given.</summary>
    public const string SecondFactorClaim = "lanyard:second-factor";

    /// <summary>The claim that says that somebody else took the second factor away and none was set up by the time of signing in.</summary>
    public const string OwesSecondFactorClaim = "lanyard:owes-second-factor";

    /// <summary>The claim that says when the session began, as a round-trip time.</summary>
    public const string BeganClaim = "lanyard:began";

    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>Signs an account in on this browser, in a session of its own.</summary>
    /// <remarks>
    /// A session that the browser shows already is ended first, no matter who it belongs to, and its key is not used again: it may have been
    /// planted here by somebody who knows it. The framework's handler renews a key that it has read, so another handler writes the new one.
    /// </remarks>
    public static async Task SignInAsync(this HttpContext http, Account account, bool hasSecondFactor)
    {
        var cookies = http.Response.Headers.SetCookie;
        await http.SignOutAsync(Scheme);
        http.Response.Headers.SetCookie = cookies; // the new one takes the place of the old one, so there is nothing to delete
        await using var fresh = http.RequestServices.CreateAsyncScope();
        var handler = await fresh.ServiceProvider.GetRequiredService<IAuthenticationHandlerProvider>().GetHandlerAsync(http, Scheme);
        await ((IAuthenticationSignInHandler)handler!).SignInAsync(Principal(http, account, hasSecondFactor), properties: null); // the scheme is ours
        http.RequestServices.GetRequiredService<KnownDevices>().Remember(http, account.Person);
    }

    private static ClaimsPrincipal Principal(HttpContext http, Account account, bool hasSecondFactor)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        Claim[] claims =
        [
            new(ClaimTypes.NameIdentifier, account.Person.ToString()),
            new(OrganisationClaim, account.Organisation.ToString()),
            new(SecondFactorClaim, hasSecondFactor ? "true" : "false"),
            new(OwesSecondFactorClaim, account.OwesSecondFactor && !account.HasSecondFactor ? "true" : "false"),
            new(BeganClaim, now.ToString("O", CultureInfo.InvariantCulture)),
        ];
        return new(new ClaimsIdentity(claims, Scheme));
    }
}
