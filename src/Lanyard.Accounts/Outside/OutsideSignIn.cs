using Lanyard.Domain.Calendar;
using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Identity;

namespace Lanyard.Accounts.Outside;

/// <summary>Finds whose account an outside sign-in service means. It makes accounts for people who are here, but never people.</summary>
public sealed class OutsideSignIn(RecordBook book, UserManager<Account> accounts, AccountBook access, TimeProvider clock)
{
    /// <summary>The account of whoever has an address and has not left; <see langword="null"/> if nobody has, or more than one.</summary>
    public async Task<Account?> FindAsync(string email, CancellationToken cancel)
    {
        var today = UkTime.DayOf(clock.GetUtcNow());
        var found = new List<(OrganisationId Organisation, Person Person)>();
        foreach (var organisation in await book.Store.OrganisationsAsync(cancel))
        {
            var people = organisation == Installation.Partition ? [] : await book.ListAsync<Person>(organisation, cancel, PersonRegister.EmailTerm(email));
            found.AddRange(people.Where(kept => kept.Value.IsHere(today)).Select(kept => (organisation, kept.Value)));
        }

        if (found is not [var (at, person)])
        {
            return null;
        }

        var holder = await accounts.FindByEmailAsync(email);
        return holder is not null && holder.Person != person.Id ? null : await NoteAsync(await access.GetAsync(at, person.Id, cancel)); // an address that two people claim is nobody's
    }

    // So that the list of people says that they have signed in, though they have no password. Of two at once, one notes it.
    private async Task<Account> NoteAsync(Account account)
    {
        if (account.SignsInOutside)
        {
            return account;
        }

        account.SignsInOutside = true;
        return (await accounts.UpdateAsync(account)).Succeeded ? account : await accounts.FindByIdAsync(account.Person.ToString()) ?? account;
    }
}
