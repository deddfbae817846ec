using System.Security.Claims;
using Lanyard.Web.Infrastructure;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Lanyard.Web.Accounts;

/// <summary>Begins and ends sessions.</summary>
public static class SignedIn
{
    /// <summary>Signs an account in on this browser.</summary>
    public static Task SignInAsync(this HttpContext http, Account account, bool hasSecondFactor)
    {
        var claims = new List<Claim>
        {
            new(ClaimTypes.NameIdentifier, account.Person.ToString()),
            new(Visit.OrganisationClaim, account.Organisation.ToString()),
            new(Visit.SecondFactorClaim, hasSecondFactor ? "true" : "false"),
            new(Visit.OwesSecondFactorClaim, account.OwesSecondFactor && !account.HasSecondFactor ? "true" : "false"),
        };
        return http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme)));
    }
}
