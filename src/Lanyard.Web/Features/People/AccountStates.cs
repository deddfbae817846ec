using Lanyard.Accounts;
using Lanyard.Domain.Calendar;
using Lanyard.Records;
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

        var history = (await book.FindAsync<AccessHistory>(who.At, $"access/{person.Id}", cancel))?.Value;
        var invited = history?.LastInvitation();
        return new(person, Of(history, invited), invited is null ? null : UkTime.DayOf(invited.At), today);
    }

    private static AccountState Of(AccessHistory? history, AccessHistoryLine? invited) =>
        invited is null ? AccountState.None
        : invited.Change != AccessChange.Invited ? AccountState.LinkMade
        : history?.IsUndelivered == true ? AccountState.NotDelivered
        : AccountState.Invited;
}
