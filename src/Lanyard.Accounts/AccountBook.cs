using Lanyard.Accounts.Tokens;
using Lanyard.Domain.Calendar;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Workflows.Access;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Identity;

namespace Lanyard.Accounts;

/// <summary>Gives people accounts, and records what changes about them.</summary>
public sealed class AccountBook(
    UserManager<Account> accounts, SignInLinks links, SessionStore sessions, HalfSignedIn half, TokenStore tokens, RecordBook book, IOwnerNews news, TimeProvider clock)
{
    private const int MostTries = 5;

    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan LinkLasts = TimeSpan.FromDays(3);

    /// <summary>How many accounts there are.</summary>
    public static Task<long> CountAsync(RecordBook book, CancellationToken cancel) => book.Store.Read(Installation.Partition).CountAsync(AccountStore.Register, term: null, cancel);

    /// <summary>The organisations whose people have accounts.</summary>
    public static async Task<IReadOnlySet<OrganisationId>> OrganisationsAsync(RecordBook book, CancellationToken cancel) =>
        (await new KeptRows<Account>(book.Store, Installation.Partition, AccountStore.Register).ListAsync(cancel))
            .Select(kept => kept.Value.Organisation).ToHashSet();

    /// <summary>A person's account, made if there is none yet.</summary>
    /// <exception cref="InvalidOperationException">The person is not there, has no address, or has that of somebody else.</exception>
    public async Task<Account> GetAsync(OrganisationId organisation, PersonId person, CancellationToken cancel)
    {
        if (await accounts.FindByIdAsync(person.ToString()) is { } known)
        {
            return known;
        }

        var found = await book.FindAsync<Person>(organisation, $"person/{person}", cancel);
        if (found?.Value.Details?.Email is not { } email)
        {
            throw new InvalidOperationException($"Person {person} of organisation {organisation} has no address to sign in with.");
        }

        var account = new Account { Person = person, Organisation = organisation, Email = email };
        var made = await accounts.CreateAsync(account);
        return made.Succeeded ? account
            : await accounts.FindByIdAsync(person.ToString()) // of two who are first at once, one makes it
            ?? throw new InvalidOperationException($"No account for person {person}: {string.Join(", ", made.Errors.Select(error => error.Code))}.");
    }

    /// <summary>Makes a link by which a person sets a password; what it answers is the secret in it.</summary>
    public async Task<string> MakeLinkAsync(
        OrganisationId organisation, PersonId person, PersonId? by, CancellationToken cancel,
        AccessChange change = AccessChange.LinkMade)
    {
        var email = (await book.FindAsync<Person>(organisation, $"person/{person}", cancel))?.Value.Details?.Email;
        var secret = await links.MakeAsync(new(person, organisation, clock.GetUtcNow() + LinkLasts, email), cancel);
        await RecordAsync(organisation, person, by, change, cancel);
        return secret;
    }

    /// <summary>What a link opens, without using it up; <see langword="null"/> if it is unknown, used, over or replaced, or if its person has left or does not have the address any more.</summary>
    public async Task<(OrganisationId Organisation, PersonId Person)?> FindLinkAsync(string secret, CancellationToken cancel) =>
        await links.FindAsync(secret, cancel) is { Person: { } person, Organisation: { } organisation } link
        && await FindHereAsync(organisation, person, cancel) is { Details: { } details } && (link.Email is null || string.Equals(link.Email, details.Email, StringComparison.OrdinalIgnoreCase))
            ? (organisation, person) : null;

    /// <summary>Whether a person may have an account: they belong to the organisation today, and have an address.</summary>
    public async Task<bool> IsHereAsync(OrganisationId organisation, PersonId person, CancellationToken cancel) =>
        await FindHereAsync(organisation, person, cancel) is not null;

    /// <summary>Takes a second factor from an account, as the record says by now, and ends the person's sessions.</summary>
    /// <exception cref="InvalidOperationException">The account went on changing meanwhile.</exception>
    public async Task ResetAsync(PersonId person, SecondFactor factor, CancellationToken cancel)
    {
        for (var left = MostTries; left > 0 && await accounts.FindByIdAsync(person.ToString()) is { } account; left--)
        {
            if (factor == SecondFactor.Codes)
            {
                (account.TwoFactorEnabled, account.AuthenticatorKey, account.LastCodes, account.RecoveryCodes) = (false, null, [], []);
            }
            else
            {
                account.Passkeys.Clear();
            }

            account.OwesSecondFactor = true;
            if ((await accounts.UpdateSecurityStampAsync(account)).Succeeded) // a sign-in that has begun is void by that
            {
                await sessions.EndAsync(person, name: null, cancel);
                return;
            }
        }

        throw new InvalidOperationException($"The second factor of person {person} could not be reset. Try again.");
    }

    /// <summary>Ends whatever lets a person in who has left or has no address any more: sessions, links and tokens.</summary>
    public async Task CloseAsync(OrganisationId organisation, PersonId person, PersonId by, CancellationToken cancel)
    {
        await sessions.EndAsync(person, name: null, cancel);
        await half.EndAsync(person, cancel);
        await links.EndAsync(person, cancel);
        foreach (var token in await tokens.OfAsync(person, cancel))
        {
            await RevokeTokenAsync(organisation, person, token.Id, by, cancel);
        }
    }

    /// <summary>
    /// Ends everything by which a person came in or might: password, codes, passkeys, outside sign-in, sessions, links and tokens. For
    /// a person who comes back after leaving, and for an address that passes to somebody new: nothing of before may open what is theirs now.
    /// </summary>
    /// <param name="organisation">The person's organisation.</param>
    /// <param name="person">Whose they are.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task EndCredentialsAsync(OrganisationId organisation, PersonId person, PersonId by, CancellationToken cancel)
    {
        if (await accounts.FindByIdAsync(person.ToString()) is { } account)
        {
            await accounts.DeleteAsync(account); // first, so that nobody begins a session meanwhile
            await RecordAsync(organisation, person, by, AccessChange.CredentialsEnded, cancel);
        }

        await CloseAsync(organisation, person, by, cancel);
    }

    /// <summary>Revokes one of a person's tokens; <see langword="false"/> if they have none of that id.</summary>
    public async Task<bool> RevokeTokenAsync(OrganisationId organisation, PersonId person, Guid token, PersonId by, CancellationToken cancel)
    {
        if (!await tokens.RevokeAsync(person, token, cancel))
        {
            return false;
        }

        await RecordAsync(organisation, person, by, AccessChange.TokenRevoked, cancel);
        return true;
    }

    private async Task<Person?> FindHereAsync(OrganisationId organisation, PersonId person, CancellationToken cancel) =>
        await book.FindAsync<Person>(organisation, $"person/{person}", cancel) is { Value: var found } && found.Details?.Email is not null && found.IsHere(UkTime.DayOf(clock.GetUtcNow())) ? found : null;

    /// <summary>Records a change of how a person signs in, and tells them where it is news.</summary>
    public async Task RecordAsync(OrganisationId organisation, PersonId person, PersonId? by, AccessChange change, CancellationToken cancel)
    {
        await book.WriteAsync(organisation, new(by), [new AccessChanged(person, change)], new Dictionary<string, long>(), cancel, write => news.PutAsync(write, person, change, cancel));
        news.Send();
    }
}
