using System.Security.Claims;
using System.Text.Encodings.Web;
using Lanyard.Accounts;
using Lanyard.Accounts.Tokens;
using Lanyard.Domain.Calendar;
using Lanyard.Records;
using Lanyard.Web.Api.Problems;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Lanyard.Web.Api.Tokens;

/// <summary>Lets a program in by its token, as the person whose token it is. Whether that person is still here is asked each time.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TokenStore tokens,
        RecordBook book, SecurityLog security, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public const string Name = "token";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        if (await tokens.UseAsync(header[Bearer.Length..].Trim(), Context.RequestAborted) is not { } token || !await IsHereAsync(token))
        {
            security.WrongToken();
            return AuthenticateResult.Fail("The token is unknown, expired or revoked, or its person has left.");
        }

        Context.Features.Set(token);
        Claim[] claims = [new(ClaimTypes.NameIdentifier, token.Person.ToString()), new(SignedIn.OrganisationClaim, token.Organisation.ToString())];
        return AuthenticateResult.Success(new(new(new ClaimsIdentity(claims, Name)), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var wasSent = Request.Headers.Authorization.Count > 0;
        Response.Headers.WWWAuthenticate = wasSent ? "Bearer realm=\"Lanyard\", error=\"invalid_token\"" : "Bearer realm=\"Lanyard\"";
        return ApiProblems.NotSignedIn.Because(wasSent
            ? "The token is unknown, expired or revoked, or its person has left."
            : "Send a token as `Authorization: Bearer lanyard_...`. Cookies are not accepted here.").ExecuteAsync(Context);
    }

    // Whoever has no address any more has no account to sign in to, and so no tokens.
    private async Task<bool> IsHereAsync(AccessToken token) =>
        await book.FindAsync<Person>(token.Organisation, $"person/{token.Person}", Context.RequestAborted) is { Value: var person }
        && person.Details?.Email is not null
        && person.IsHere(UkTime.DayOf(clock.GetUtcNow()));
}
