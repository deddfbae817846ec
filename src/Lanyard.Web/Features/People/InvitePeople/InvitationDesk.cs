using Lanyard.Accounts;
using Lanyard.Domain.Calendar;
using Lanyard.Mail;
using Lanyard.Records;
using Lanyard.Records.Storage;
using Lanyard.Web.Features.Notices;
using Lanyard.Web.Features.Notices.SendLetters;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows;
using Lanyard.Workflows.Access;
using Lanyard.Workflows.People;

namespace Lanyard.Web.Features.People.InvitePeople;

/// <summary>Finds out who can be invited, and invites them.</summary>
public sealed class InvitationDesk(
    RecordBook book,
    PeopleDesk desk,
    SecondFactors factors,
    Outbox outbox,
    RefusedAddresses refusals,
    LetterBell bell,
    TimeProvider clock)
{
    /// <summary>Everybody whom somebody looks after, and where they stand.</summary>
    public async Task<IReadOnlyList<InvitationLine>> ListAsync(Who who, CancellationToken cancel)
    {
        var today = UkTime.DayOf(clock.GetUtcNow());
        var waiting = await outbox.WaitingAsync(who.At, LetterKind.Invitation, cancel);
        var histories = (await book.ListAsync<AccessHistory>(who.At, cancel)).ToDictionary(kept => kept.Value.Person);
        var people = (await book.ListAsync<Person>(who.At, cancel)).Select(kept => kept.Value).Where(who.MayManage)
            .ToList();
        var refused = await refusals.ListAsync(who.At, people, cancel);
        var lines = new List<InvitationLine>();
        foreach (var person in people)
        {
            MailRefusal? refusal = refused.TryGetValue(person.Id, out var why) ? why : null;
            var history = histories.GetValueOrDefault(person.Id);
            var isHere = person.IsHere(today);
            var standing = Invitations.Of(
                person,
                today,
                isHere && await factors.HasWayInAsync(person.Id, cancel),
                isHere && await desk.IsTakenElsewhereAsync(who, person.Details?.Email),
                refusal is { } kind && RefusedAddresses.IsOfAddress(kind),
                history?.Value);
            var invited = history?.Value.LastInvitation();
            lines.Add(new(
                person,
                standing,
                invited is null ? null : UkTime.DayOf(invited.At),
                waiting.Contains(person.Id),
                history?.Value.IsUndelivered == true,
                refusal,
                history?.Version ?? 0));
        }

        return lines;
    }

    /// <summary>Records that people were invited and puts a letter for each in the outbox, all in one transaction; <see langword="false"/> if how one of them signs in changed since the list was read.</summary>
    public async Task<bool> InviteAsync(Who who, IReadOnlyCollection<InvitationLine> people, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        Event[] events = [.. people.Select(line => new AccessChanged(line.Person.Id, AccessChange.Invited))];
        var expected = people.ToDictionary(line => $"access/{line.Person.Id}", line => line.Version);
        var written = await book.WriteAsync(who.At, new(who.Id), events, expected, cancel, write => PutAsync(write, people, now, cancel));
        bell.Ring();
        return written.IsDone;
    }

    private async Task PutAsync(IRecordTransaction write, IEnumerable<InvitationLine> people, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var id in people.Select(line => line.Person.Id))
        {
            await refusals.RemoveAsync(write, id, cancel);
            await outbox.PutAsync(write, $"invitation/{now.UtcTicks}/{id}", new(id, "/", now, Tries: 0, now, LetterKind.Invitation), cancel);
        }
    }
}
