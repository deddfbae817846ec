using Lanyard.Accounts;
using Lanyard.Domain.Calendar;
using Lanyard.Records;
using Lanyard.Web.Features.Notices;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Access;
using Lanyard.Workflows.People;

namespace Lanyard.Web.Features.People;

/// <summary>Tells who has signed in.</summary>
public sealed class AccountStates(RecordBook book, SecondFactors factors, RefusedAddresses refused)
{
    /// <summary>Where a person stands.</summary>
    public async Task<PersonStatus> FindAsync(Who who, Person person, DateOnly today, CancellationToken cancel)
    {
        var refusal = await refused.FindAsync(who.At, person, cancel);
        if (await factors.HasWayInAsync(person.Id, cancel))
        {
            return new(person, AccountState.SignedIn, Invited: null, today, refusal);
        }

        var history = (await book.FindAsync<AccessHistory>(who.At, $"access/{person.Id}", cancel))?.Value;
        var invited = history?.LastInvitation();
        return new(person, Of(history, invited), invited is null ? null : UkTime.DayOf(invited.At), today, refusal);
    }

    private static AccountState Of(AccessHistory? history, AccessHistoryLine? invited) =>
        invited is null ? AccountState.None
        : invited.Change != AccessChange.Invited ? AccountState.LinkMade
        : history?.IsUndelivered == true ? AccountState.NotDelivered
        : AccountState.Invited;
}
