using System.Globalization;
using Lanyard.Domain.Calendar;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Domain.Policies;
using Lanyard.Records;
using Lanyard.Web.Features.Notices.PlanNotices;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Notices;

namespace Lanyard.Web.Features.Notices;

/// <summary>The notices of people, kept beside the record of their organisation.</summary>
public sealed class NoticeBook(RecordBook book, Outbox outbox, ServerOptions options)
{
    /// <summary>How many notices of a person are listed at the most.</summary>
    public const int MostListed = 200;

    private const string PlanKey = "last";

    /// <summary>The notices about policies: their keys, each with the day on which it was made and whether it is over.</summary>
    public async Task<IReadOnlyList<(string Key, DateOnly Day, bool IsOver)>> ToldAsync(OrganisationId organisation, IEnumerable<PolicyId> policies, CancellationToken cancel)
    {
        var told = new List<(string, DateOnly, bool)>();
        foreach (var policy in policies)
        {
            told.AddRange((await Rows(organisation).ListAsync(cancel, PolicyTerm(policy))).Select(kept => (kept.Place.Key, kept.Value.Day, kept.Value.IsOver)));
        }

        return told;
    }

    /// <summary>Notes that what notices speak of no longer waits, or that it waits again, in one transaction. A letter that has not gone out by then does not.</summary>
    public async Task TurnAsync(OrganisationId organisation, IEnumerable<string> keys, bool isOver, CancellationToken cancel)
    {
        await using var write = await book.Store.WriteAsync(organisation, cancel);
        foreach (var key in keys)
        {
            if (await Rows(organisation).FindAsync(write, key, cancel) is { } kept && kept.Value.IsOver != isOver)
            {
                await outbox.RemoveAsync(write, key, cancel);
                await PutAsync(write, key, kept.Value with { IsOver = isOver, Mail = kept.Value.Mail == MailState.Waiting ? MailState.None : kept.Value.Mail }, cancel);
            }
        }

        await write.CommitAsync(cancel);
    }

    /// <summary>Keeps notices with their letters, in one transaction. One that is there already stays as it is.</summary>
    public async Task AddAsync(OrganisationId organisation, IEnumerable<Notice> notices, DateTimeOffset now, CancellationToken cancel)
    {
        await using var write = await book.Store.WriteAsync(organisation, cancel);
        foreach (var notice in notices)
        {
            await AddAsync(write, notice, now, cancel);
        }

        await write.CommitAsync(cancel);
    }

    /// <summary>Whether the notices of an organisation have been planned as of a day and an end of its chain.</summary>
    public async Task<bool> IsPlannedAsync(OrganisationId organisation, Planned asOf, CancellationToken cancel) =>
        await Plans(organisation).FindAsync(PlanKey, cancel) is { } kept && kept.Value == asOf;

    /// <summary>Keeps that they have.</summary>
    public async Task SetPlannedAsync(OrganisationId organisation, Planned asOf, CancellationToken cancel)
    {
        await using var write = await book.Store.WriteAsync(organisation, cancel);
        await Plans(organisation).PutAsync(write, PlanKey, asOf, [], sort: "", cancel);
        await write.CommitAsync(cancel);
    }

    /// <summary>Keeps a notice and its letter within a transaction. One that is there already stays as it is.</summary>
    public async Task AddAsync(Records.Storage.IRecordTransaction write, Notice notice, DateTimeOffset now, CancellationToken cancel)
    {
        if (await Rows(write.Organisation).FindAsync(write, notice.Key, cancel) is not null)
        {
            return;
        }

        var kept = new KeptNotice(notice.Recipient, notice.Kind, notice.Policy, notice.Address, notice.Text, UkTime.DayOf(now), now, ReadAt: null, options.MailServer is null ? MailState.None : MailState.Waiting);
        await PutAsync(write, notice.Key, kept, cancel);
        if (kept.Mail == MailState.Waiting)
        {
            var kind = notice.Kind switch
            {
                NoticeKind.SignInChanged => LetterKind.SignInChanged,
                NoticeKind.CaseRoles => LetterKind.CaseRoles,
                _ => LetterKind.Notice,
            };
            await outbox.PutAsync(write, notice.Key, new(notice.Recipient, notice.Address, now, Tries: 0, now, kind), cancel);
        }
    }

    /// <summary>The notices of a person with their keys, newest first.</summary>
    public async Task<IReadOnlyList<(string Key, KeptNotice Notice)>> OfAsync(OrganisationId organisation, PersonId person, CancellationToken cancel) =>
        [.. (await Rows(organisation).ListAsync(cancel, PersonTerm(person), MostListed)).Select(kept => (kept.Place.Key, kept.Value))];

    /// <summary>How many notices of what still waits a person has not read.</summary>
    public Task<long> UnreadAsync(OrganisationId organisation, PersonId person, CancellationToken cancel) => Rows(organisation).CountAsync(UnreadTerm(person), cancel);

    /// <summary>Marks a person's own notice as read; <see langword="false"/> if they have none with that key.</summary>
    public async Task<bool> ReadAsync(OrganisationId organisation, PersonId person, string key, DateTimeOffset now, CancellationToken cancel)
    {
        await using var write = await book.Store.WriteAsync(organisation, cancel);
        if (await Rows(organisation).FindAsync(write, key, cancel) is not { } kept || kept.Value.Recipient != person)
        {
            return false;
        }

        await PutAsync(write, key, kept.Value with { ReadAt = kept.Value.ReadAt ?? now }, cancel);
        await write.CommitAsync(cancel);
        return true;
    }

    /// <summary>Takes a letter out of the outbox and says on its notice what became of it, both in one transaction.</summary>
    /// <param name="organisation">Whose notice it is.</param>
    /// <param name="key">Its key.</param>
    /// <param name="state">What became of it.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="alongside">What is written in the same transaction.</param>
    public async Task SettleAsync(
        OrganisationId organisation,
        string key,
        MailState state,
        CancellationToken cancel,
        Func<Records.Storage.IRecordTransaction, Task>? alongside = null)
    {
        await using var write = await book.Store.WriteAsync(organisation, cancel);
        await (alongside?.Invoke(write) ?? Task.CompletedTask);
        await outbox.RemoveAsync(write, key, cancel);
        if (await Rows(organisation).FindAsync(write, key, cancel) is { } kept)
        {
            await PutAsync(write, key, kept.Value with { Mail = state }, cancel);
        }

        await write.CommitAsync(cancel);
    }

    /// <summary>Whether a person wants letters as well. Who has not said anything does.</summary>
    public async Task<bool> WantsEmailAsync(OrganisationId organisation, PersonId person, CancellationToken cancel) =>
        await Settings(organisation).FindAsync(person.ToString(), cancel) is not { } kept || kept.Value.ByEmail;

    /// <summary>Keeps whether a person wants letters as well.</summary>
    public async Task WantEmailAsync(OrganisationId organisation, PersonId person, bool isWanted, CancellationToken cancel)
    {
        await using var write = await book.Store.WriteAsync(organisation, cancel);
        await Settings(organisation).PutAsync(write, person.ToString(), new(isWanted), [], sort: "", cancel);
        await write.CommitAsync(cancel);
    }

    private static string PersonTerm(PersonId person) => $"person={person}";

    private static string UnreadTerm(PersonId person) => $"unread={person}";

    private static string PolicyTerm(PolicyId policy) => $"policy={policy}";

    private Task PutAsync(Records.Storage.IRecordTransaction write, string key, KeptNotice notice, CancellationToken cancel)
    {
        List<string> terms = [PersonTerm(notice.Recipient)];
        if (notice.Policy is { } policy)
        {
            terms.Add(PolicyTerm(policy));
        }

        if (notice.IsUnread)
        {
            terms.Add(UnreadTerm(notice.Recipient));
        }

        var newestFirst = (DateTimeOffset.MaxValue.UtcTicks - notice.Made.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
        return Rows(write.Organisation).PutAsync(write, key, notice, terms, newestFirst, cancel);
    }

    private KeptRows<KeptNotice> Rows(OrganisationId organisation) => new(book.Store, organisation, "notice");

    private KeptRows<Planned> Plans(OrganisationId organisation) => new(book.Store, organisation, "notice-plan");

    private KeptRows<NoticeSetting> Settings(OrganisationId organisation) => new(book.Store, organisation, "notice-setting");
}
