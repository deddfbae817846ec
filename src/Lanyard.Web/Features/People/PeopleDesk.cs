using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Records.Storage;
using Lanyard.Web.Accounts;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Identity;

namespace Lanyard.Web.Features.People;

/// <summary>Writes what happens to people, and lets their accounts follow.</summary>
/// <remarks>Some rules are about several people at once, such as one address for one person. So a step is written only on the very record it was decided on; if that went on, it is decided again.</remarks>
public sealed class PeopleDesk(RecordBook book, UserManager<Account> accounts, AccountBook access)
{
    private const int MostTries = 5;

    /// <summary>Decides and writes.</summary>
    /// <param name="who">Who takes the step.</param>
    /// <param name="decide">Reads what it needs, and decides.</param>
    /// <param name="expected">The version of each person that they had before them.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="also">What else is kept in the same transaction.</param>
    /// <returns>What followed; <see langword="null"/> if somebody else changed a person in the meantime.</returns>
    public async Task<Outcome?> WriteAsync(Who who, Func<Task<Outcome>> decide, IReadOnlyDictionary<string, long> expected, CancellationToken cancel, Func<IRecordTransaction, Task>? also = null)
    {
        for (var left = MostTries; left > 0; left--)
        {
            var head = await book.Store.Read(who.At).HeadAsync(cancel);
            var outcome = await decide();
            if (outcome.IsRefused)
            {
                return outcome;
            }

            try
            {
                var written = await book.WriteAsync(who.At, new(who.Id), outcome.Events, expected, cancel, async transaction =>
                {
                    if ((await transaction.HeadAsync(cancel)).Sequence != head.Sequence + outcome.Events.Length)
                    {
                        throw new RecordMovedException(who.At);
                    }

                    if (also is not null)
                    {
                        await also(transaction);
                    }
                });
                if (!written.IsDone)
                {
                    return null;
                }
            }
            catch (RecordMovedException)
            {
                continue; // nothing was written
            }

            await FollowAsync(who, outcome.Events, cancel);
            return outcome;
        }

        return null;
    }

    /// <summary>Everybody else whom a rule about one person may be about: those with the same address or UPN, and those who look after people.</summary>
    public async Task<IReadOnlyCollection<Person>> OthersAsync(Who who, PersonId? person, PersonDetails? details, CancellationToken cancel)
    {
        List<string> terms = [.. ManagedPeople.Carriers.Select(PersonRegister.RoleTerm)];
        if (details?.Email is { } email)
        {
            terms.Add(PersonRegister.EmailTerm(email));
        }

        if (details?.Upn is { } upn)
        {
            terms.Add(PersonRegister.UpnTerm(upn));
        }

        var found = new Dictionary<PersonId, Person>();
        foreach (var term in terms)
        {
            foreach (var kept in await book.ListAsync<Person>(who.At, cancel, term))
            {
                found[kept.Value.Id] = kept.Value;
            }
        }

        return [.. found.Values.Where(other => other.Id != person)];
    }

    /// <summary>Whether an account of another organisation on this server signs in with an address.</summary>
    public async Task<bool> IsTakenElsewhereAsync(Who who, string? email) =>
        email is not null && await accounts.FindByEmailAsync(email) is { } account && account.Organisation != who.At;

    // The events are written by now: what is left undone here by a failure is done by the next change.
    private async Task FollowAsync(Who who, IEnumerable<Event> events, CancellationToken cancel)
    {
        var waiting = new Queue<PersonId>(events.Select(Of).OfType<PersonId>().Distinct());
        while (waiting.TryDequeue(out var id))
        {
            if (await book.FindAsync<Person>(who.At, $"person/{id}", cancel) is not { } kept)
            {
                continue;
            }

            if (!await access.IsHereAsync(who.At, id, cancel))
            {
                await access.CloseAsync(who.At, id, who.Id, cancel);
            }

            if (await accounts.FindByIdAsync(id.ToString()) is not { } account)
            {
                continue;
            }

            if (kept.Value.Details?.Email is not { } email)
            {
                Must(await accounts.DeleteAsync(account), id);
            }
            else if (email != account.Email)
            {
                await MoveAsync(account, email, waiting);
            }
        }
    }

    private async Task MoveAsync(Account account, string email, Queue<PersonId> waiting)
    {
        if (await accounts.FindByEmailAsync(email) is { } holder && holder.Person != account.Person)
        {
            Must(await accounts.SetEmailAsync(holder, $"{holder.Person}@moving.invalid"), holder.Person); // until it has moved too
            waiting.Enqueue(holder.Person);
        }

        Must(await accounts.SetEmailAsync(account, email), account.Person);
    }

    private static void Must(IdentityResult result, PersonId person)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"The account of person {person} could not follow: {string.Join(", ", result.Errors.Select(error => error.Code))}. Save the person again.");
        }
    }

    private static PersonId? Of(Event happened) => happened switch
    {
        PersonChanged changed => changed.Person,
        PersonLeft left => left.Person,
        _ => null,
    };
}
