using Lanyard.Records;
using Lanyard.Web.Accounts;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Access;
using Lanyard.Workflows.People;

namespace Lanyard.Web.Features.People;

/// <summary>Tells who has signed in.</summary>
public sealed class AccountStates(RecordBook book, SecondFactors factors)
{
    /// <summary>Where a person stands.</summary>
    public async Task<PersonStatus> FindAsync(Who who, Person person, DateOnly today, CancellationToken cancel)
    {
        if (await factors.HasWayInAsync(person.Id, cancel))
        {
            return new(person, AccountState.SignedIn, Invited: null, today);
        }

        var invited = (await book.FindAsync<AccessHistory>(who.At, $"access/{person.Id}", cancel))?.Value.LastInvitation();
        return new(person, invited?.Change switch { null => AccountState.None, AccessChange.Invited => AccountState.Invited, _ => AccountState.LinkMade }, invited is null ? null : UkTime.DayOf(invited.At), today);
    }
}
