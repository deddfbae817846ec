using Microsoft.AspNetCore.Identity;

namespace Lanyard.Accounts;

/// <summary>Adds passkeys to accounts and checks them, by the WebAuthn standard.</summary>
/// <remarks>The framework's handler does the cryptography. Its sign-in manager is left out: sessions here are our own.</remarks>
public sealed class Passkeys(IPasskeyHandler<Account> handler, UserManager<Account> accounts, PasskeyChallenges challenges)
{
    /// <summary>Whether an answer was made on a page of our own, as the browser swears: not on one that only looks
    /// like it, nor on ours within somebody else's.</summary>
    public static bool IsOurs(PasskeyOriginValidationContext asked)
    {
        var request = asked.HttpContext.Request; // by now its host is one that we answer to
        return !asked.CrossOrigin && Uri.TryCreate(asked.Origin, UriKind.Absolute, out var origin)
            && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var ours)
            && origin.GetLeftPart(UriPartial.Authority) == ours.GetLeftPart(UriPartial.Authority);
    }

    /// <summary>The options with which a browser makes a passkey for somebody, as JSON.</summary>
    public async Task<string> AskForNewAsync(HttpContext http, Account account, string name)
    {
        var options = await handler.MakeCreationOptionsAsync(new() { Id = account.Person.ToString(), Name = account.Email, DisplayName = name }, http);
        challenges.Remember(http, options.AttestationState ?? "");
        return options.CreationOptionsJson;
    }

    /// <summary>Adds the passkey that the browser made; <see langword="false"/> if what it sent does not answer what it was asked.</summary>
    public async Task<bool> AddAsync(HttpContext http, Account account, string credential, string name)
    {
        if (challenges.Take(http) is not { } challenge)
        {
            return false;
        }

        var made = await handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = credential, AttestationState = challenge });
        if (!made.Succeeded || made.UserEntity.Id != account.Person.ToString() || await accounts.FindByPasskeyIdAsync(made.Passkey.CredentialId) is not null
            || !await challenges.SpendAsync(challenge, http.RequestAborted))
        {
            return false;
        }

        made.Passkey.Name = name;
        return (await accounts.AddOrUpdatePasskeyAsync(account, made.Passkey)).Succeeded;
    }

    /// <summary>The options with which a browser shows a passkey of anybody's, as JSON.</summary>
    public async Task<string> AskForAnyAsync(HttpContext http)
    {
        var options = await handler.MakeRequestOptionsAsync(user: null, http);
        challenges.Remember(http, options.AssertionState ?? "");
        return options.RequestOptionsJson;
    }

    /// <summary>Whose passkey the browser showed; <see langword="null"/> if what it sent does not answer what it was asked.</summary>
    public async Task<Account?> CheckAsync(HttpContext http, string credential)
    {
        if (challenges.Take(http) is not { } challenge)
        {
            return null;
        }

        var shown = await handler.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = credential, AssertionState = challenge });
        if (!shown.Succeeded || !await challenges.SpendAsync(challenge, http.RequestAborted))
        {
            return null;
        }

        // The count of its uses is kept, by which a copied passkey shows.
        return (await accounts.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey)).Succeeded ? shown.User : null;
    }
}
