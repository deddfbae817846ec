using System.Collections.Immutable;
using Lanyard.Domain.Organisations;
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

        return new(day, people, [.. policies], told, (held, school) => RolePermissions.Allow([held], Permission.ManagePolicies, school));
    }

    private async Task<NoticePolicy> OfAsync(OrganisationId organisation, PolicyFile file, DateOnly day, ImmutableArray<Person> people, CancellationToken cancel)
    {
        if (file.InForceOn(day) is not { } version)
        {
            return new(file, Review: null, []);
        }

        var text = await shelf.GetAsync(organisation, version.Hash, cancel);
        var asked = await acceptances.OfAsync(organisation, file, version, text, people, cancel);
        var review = text.Policy is { } policy ? ReviewCalendar.Of(file, version, policy) : null;
        return new(file, review, [.. asked.Where(line => line.At is null).Select(line => line.Person.Id)]);
    }
}
