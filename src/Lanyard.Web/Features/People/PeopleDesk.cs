using Lanyard.Accounts;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Records.Storage;
using Lanyard.Web.Features.CaseAccess;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Identity;

namespace Lanyard.Web.Features.People;

/// <summary>Writes what happens to people, and lets their accounts follow.</summary>
/// <remarks>Some rules are about several people at once, such as one address for one person. So a step is written only while everybody it was decided on is as they were then; else it is decided again.</remarks>
public sealed class PeopleDesk(RecordBook book, UserManager<Account> accounts, AccountBook access, CaseRoleDesk cases)
{
    private const int MostTries = 5;

    /// <summary>Decides and writes.</summary>
    /// <param name="who">Who takes the step.</param>
    /// <param name="read">Reads the people whom it is decided on.</param>
    /// <param name="decide">Decides.</param>
    /// <param name="expected">The version of each person that they had before them.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="also">What else is kept in the same transaction.</param>
    /// <returns>What followed; <see langword="null"/> if somebody else changed a person in the meantime.</returns>
    public async Task<Outcome?> WriteAsync(
        Who who,
        Func<IRecordReader, CancellationToken, Task<PeopleRead>> read,
        Func<IReadOnlyCollection<Person>, Outcome> decide,
        IReadOnlyDictionary<string, long> expected,
        CancellationToken cancel,
        Func<IRecordTransaction, Task>? also = null)
    {
        for (var left = MostTries; left > 0; left--)
        {
            var found = await read(book.Store.Read(who.At), cancel);
            var outcome = await cases.PassAsync(who, decide(found.People), found.People, cancel);
            if (outcome.IsRefused)
            {
                return outcome;
            }

            var written = await book.WriteAsync(who.At, new(who.Id), outcome.Events, expected, cancel, also, async now => (await read(now, cancel)).IsSameAs(found));
            if (written.ChangedMeanwhile is not null)
            {
                return null;
            }

            if (written.IsDone)
            {
                await FollowAsync(who, outcome.Events, cancel);
                return outcome;
            }
        }

        return null;
    }

    /// <summary>Whether an account of another organisation on this server signs in with an address.</summary>
    public async Task<bool> IsTakenElsewhereAsync(Who who, string? email) =>
        email is not null && await accounts.FindByEmailAsync(email) is { } account && account.Organisation != who.At;

    /// <summary>Lets accounts follow what is written of their people by now. What is left undone by a failure is done by
    /// the next change.</summary>
    /// <param name="who">Who took the step.</param>
    /// <param name="touched">The people something happened to.</param>
    /// <param name="ended">Who left, or came back: what they signed in with has ended.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task FollowAsync(
        Who who, IReadOnlyCollection<PersonId> touched, IReadOnlySet<PersonId> ended, CancellationToken cancel)
    {
        var waiting = new Queue<PersonId>(touched);
        while (waiting.TryDequeue(out var id))
        {
            if (await book.FindAsync<Person>(who.At, $"person/{id}", cancel) is not { } kept)
            {
                continue;
            }

            var account = await accounts.FindByIdAsync(id.ToString());
            if (ended.Contains(id) || (account is not null && !await access.IsHereAsync(who.At, id, cancel)))
            {
                await EndAsync(who, id, cancel);
            }
            else if (kept.Value is { Left: null, Details.Email: { } email })
            {
                await ReleaseAsync(who, id, email, cancel);
                if (account is not null && email != account.Email)
                {
                    await MoveAsync(account, email, waiting);
                }
            }
        }
    }

    /// <summary>Ends everything that somebody signed in with: a person who comes back begins with a new link.</summary>
    public Task EndAsync(Who who, PersonId id, CancellationToken cancel) =>
        access.EndCredentialsAsync(who.At, id, who.Id, cancel);

    private Task FollowAsync(Who who, IReadOnlyCollection<Event> events, CancellationToken cancel)
    {
        var ended = events.Select(
            happened =>
            happened switch { PersonLeft left =>
            left.Person, PersonReturned back => back.Person, _ => (PersonId?)null }).OfType<PersonId>().ToHashSet();
        return FollowAsync(who, [.. events.Select(Of).OfType<PersonId>().Distinct()], ended, cancel);
    }

    // An address that somebody had who is gone signs nobody in but its new owner.
    private async Task ReleaseAsync(Who who, PersonId owner, string email, CancellationToken cancel)
    {
        if (await accounts.FindByEmailAsync(email) is { } holder && holder.Person != owner
            && holder.Organisation == who.At && !await access.IsHereAsync(who.At, holder.Person, cancel))
        {
            await EndAsync(who, holder.Person, cancel);
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
        PersonJoined joined => joined.Person,
        PersonChanged changed => changed.Person,
        PersonLeft left => left.Person,
        PersonReturned back => back.Person,
        _ => null,
    };
}
