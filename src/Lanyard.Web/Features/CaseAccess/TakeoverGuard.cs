using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows;
using Lanyard.Workflows.Access;
using Lanyard.Workflows.Access.Cases;
using Lanyard.Workflows.People;

namespace Lanyard.Web.Features.CaseAccess;

/// <summary>Sees to it that no one person opens the account of somebody who sees cases: a link, a reset and a new address
/// need two people, however far apart they come within some days.</summary>
public sealed class TakeoverGuard(RecordBook book, TimeProvider clock)
{
    /// <summary>Why a step is refused.</summary>
    public const string Refusal =
        "They see cases, and you have made a link for them, reset how they sign in or changed their address in the last "
        + "14 days. Somebody else who looks after people must do this.";

    private static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    /// <summary>Whether somebody may take a step with a person, because they have taken no other with them lately.</summary>
    public async Task<bool> MayAsync(Who who, Person person, TakeoverStep step, CancellationToken cancel)
    {
        if (!CaseRoles.AreHeldBy(person))
        {
            return true;
        }

        var since = clock.GetUtcNow() - Lasts;
        await foreach (var happening in book.HistoryAsync(who.At, $"access/{person.Id}", cancel))
        {
            if (happening.By == who.Id && happening.At > since && StepOf(happening.Event) is { } taken && taken != step)
            {
                return false;
            }
        }

        return step == TakeoverStep.Address || !await HasChangedAddressAsync(who, person.Id, since, cancel);
    }

    private async Task<bool> HasChangedAddressAsync(Who who, PersonId person, DateTimeOffset since, CancellationToken cancel)
    {
        PersonDetails? last = null;
        await foreach (var happening in book.HistoryAsync(who.At, $"person/{person}", cancel))
        {
            if (happening.Event is not PersonEvent { Content: { } details })
            {
                continue;
            }

            var isOther = last is not null && !string.Equals(last.Email, details.Email, StringComparison.OrdinalIgnoreCase);
            if (isOther && happening.By == who.Id && happening.At > since)
            {
                return true;
            }

            last = details;
        }

        return false;
    }

    private static TakeoverStep? StepOf(Event happened) => happened switch
    {
        AccessChanged { Change: AccessChange.LinkMade } => TakeoverStep.Link,
        SecondFactorReset => TakeoverStep.Reset,
        _ => null,
    };
}
