using System.Collections.Immutable;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Web.Features.Acceptances;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Notices;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Features.Notices.PlanNotices;

/// <summary>Reads from the registers what planning the notices of an organisation rests on.</summary>
public sealed class NoticeReader(RecordBook book, PolicyShelf shelf, AcceptanceList acceptances, NoticeBook notices)
{
    /// <summary>What the registers hold on a day.</summary>
    public async Task<NoticeData> ReadAsync(OrganisationId organisation, DateOnly day, CancellationToken cancel)
    {
        ImmutableArray<Person> people = [.. (await book.ListAsync<Person>(organisation, cancel, PersonRegister.HereTerm)).Select(kept => kept.Value).Where(person => person.IsHere(day))];
        var files = (await book.ListAsync<PolicyFile>(organisation, cancel)).Select(kept => kept.Value).ToList();
        var told = await notices.ToldAsync(organisation, files.Select(file => file.Id), cancel);
        var policies = new List<NoticePolicy>();
        foreach (var file in files)
        {
            policies.Add(await OfAsync(organisation, file, day, people, cancel));
        }

        return new(day, people, [.. policies], told.ToDictionary(notice => notice.Key, notice => notice.Day, StringComparer.Ordinal), told.Where(notice => notice.IsOver).Select(notice => notice.Key).ToHashSet(StringComparer.Ordinal), Manages);
    }

    /// <summary>What the registers hold for one person: their unread notices, and of everybody only themselves.</summary>
    /// <remarks>It cannot tell what others still owe, so a notice about that is left to the planner, which sees everybody.</remarks>
    public async Task<NoticeData> ReadOwnAsync(Who who, DateOnly day, CancellationToken cancel)
    {
        var told = (await notices.OfAsync(who.At, who.Id, cancel))
            .Where(line => line.Notice is { IsUnread: true, Policy: not null } && line.Notice.Kind != NoticeKind.AcceptanceOutstanding)
            .ToDictionary(line => line.Key, line => line.Notice, StringComparer.Ordinal);
        var about = told.Values.Select(notice => notice.Policy).ToHashSet();
        var policies = new List<NoticePolicy>();
        foreach (var file in about.Count == 0 ? [] : (await book.ListAsync<PolicyFile>(who.At, cancel)).Select(kept => kept.Value).Where(file => about.Contains(file.Id)))
        {
            var text = file.InForceOn(day) is { } version ? await shelf.GetAsync(who.At, version.Hash, cancel) : null;
            var review = text?.Policy is { } policy ? ReviewCalendar.Of(file, file.InForceOn(day)!, policy) : null; // a text has a version
            var isOwed = text is not null && await acceptances.IsOwedAsync(who, file, file.InForceOn(day)!, text, cancel); // likewise
            policies.Add(new(file, review, isOwed ? [who.Id] : [], await AnsweredAsync(who.At, file, cancel)));
        }

        return new(day, [who.Person], [.. policies], told.ToDictionary(line => line.Key, line => line.Value.Day, StringComparer.Ordinal), ImmutableHashSet<string>.Empty, Manages);
    }

    private async Task<NoticePolicy> OfAsync(OrganisationId organisation, PolicyFile file, DateOnly day, ImmutableArray<Person> people, CancellationToken cancel)
    {
        var answered = await AnsweredAsync(organisation, file, cancel);
        if (file.InForceOn(day) is not { } version)
        {
            return new(file, Review: null, [], answered);
        }

        var text = await shelf.GetAsync(organisation, version.Hash, cancel);
        var asked = await acceptances.OfAsync(organisation, file, version, text, people, cancel);
        var review = text.Policy is { } policy ? ReviewCalendar.Of(file, version, policy) : null;
        return new(file, review, [.. asked.Where(line => line.At is null).Select(line => line.Person.Id)], answered);
    }

    // An answer to an earlier text is none to this one.
    private async Task<ImmutableArray<PersonId>> AnsweredAsync(OrganisationId organisation, PolicyFile file, CancellationToken cancel) =>
        file.Draft?.Consultation is not { IsOpen: true } consultation ? []
            : [.. (await book.ListAsync<ConsultationResponse>(organisation, cancel, ConsultationRegister.PolicyTerm(file.Id))).Select(kept => kept.Value).Where(answer => answer.Hash == consultation.Hash).Select(answer => answer.Person)];

    private static bool Manages(RoleHeld held, SchoolId? school) => RolePermissions.Allow([held], Permission.ManagePolicies, school);
}
