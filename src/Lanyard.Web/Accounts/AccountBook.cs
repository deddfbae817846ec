using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Workflows.Access;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Identity;

namespace Lanyard.Web.Accounts;

/// <summary>Gives people accounts, and records what changes about them.</summary>
public sealed class AccountBook(UserManager<Account> accounts, SignInLinks links, RecordBook book, TimeProvider clock)
{
    private static readonly TimeSpan LinkLasts = TimeSpan.FromDays(3);

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
        return made.Succeeded ? account : throw new InvalidOperationException($"No account for person {person}: {string.Join(", ", made.Errors.Select(error => error.Code))}.");
    }

    /// <summary>Makes a link by which a person sets a password; what it answers is the secret in it.</summary>
    public async Task<string> MakeLinkAsync(OrganisationId organisation, PersonId person, PersonId? by, CancellationToken cancel)
    {
        var secret = await links.MakeAsync(new(person, organisation, clock.GetUtcNow() + LinkLasts), cancel);
        await RecordAsync(organisation, person, by, AccessChange.LinkMade, cancel);
        return secret;
    }

    /// <summary>Counts a wrong password or code; after too many the account is locked for a while.</summary>
    public async Task CountWrongAsync(Account account, CancellationToken cancel)
    {
        await accounts.AccessFailedAsync(account);
        if (await accounts.IsLockedOutAsync(account))
        {
            await RecordAsync(account.Organisation, account.Person, by: null, AccessChange.Locked, cancel);
        }
    }

    /// <summary>Records a change of how a person signs in.</summary>
    public Task RecordAsync(OrganisationId organisation, PersonId person, PersonId? by, AccessChange change, CancellationToken cancel) =>
        book.WriteAsync(organisation, new(by), [new AccessChanged(person, change)], new Dictionary<string, long>(), cancel);
}
