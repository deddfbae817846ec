using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Lanyard.Accounts;

/// <summary>Begins and ends sessions.</summary>
public static class SignedIn
{
    /// <summary>The claim that names the organisation.</summary>
    public const string OrganisationClaim = "lanyard:organisation";

    /// <summary>The claim that says that a second factor was given.</summary>
    public const string SecondFactorClaim = "lanyard:second-factor";

    /// <summary>The claim that says that somebody else took the second factor away and none was set up by the time of signing in.</summary>
    public const string OwesSecondFactorClaim = "lanyard:owes-second-factor";

    /// <summary>Signs an account in on this browser.</summary>
    public static Task SignInAsync(this HttpContext http, Account account, bool hasSecondFactor)
    {
        var claims = new List<Claim>
        {
            new(ClaimTypes.NameIdentifier, account.Person.ToString()),
            new(OrganisationClaim, account.Organisation.ToString()),
            new(SecondFactorClaim, hasSecondFactor ? "true" : "false"),
            new(OwesSecondFactorClaim, account.OwesSecondFactor && !account.HasSecondFactor ? "true" : "false"),
        };
        return http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme)));
    }
}
