using System.Data.Common;
using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.Organisations.Help;

namespace Lanyard.Web.Features.Contacts;

/// <summary>Finds where somebody gets help: always something, whatever is or is not set up.</summary>
public sealed class HelpDesk(RecordBook book)
{
    /// <summary>The help of an organisation.</summary>
    /// <param name="organisation">The organisation; <see langword="null"/> for the only one there is, if it is.</param>
    /// <param name="who">Who asks, if they are signed in: then only what is theirs is named.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<HelpShown> FindAsync(OrganisationId? organisation, Who? who, CancellationToken cancel)
    {
        try
        {
            return await ReadAsync(organisation, who, cancel);
        }
        catch (DbException)
        {
            return HelpShown.Anywhere; // a person who needs help is not told of our faults
        }
    }

    private async Task<HelpShown> ReadAsync(OrganisationId? organisation, Who? who, CancellationToken cancel)
    {
        var all = organisation is null ? await book.Store.OrganisationsAsync(cancel) : [];
        if ((organisation ?? Only(all)) is not { } at
            || await book.FindAsync<Organisation>(at, $"organisation/{at}", cancel) is not { Value: var found })
        {
            return HelpShown.Anywhere with { HasMany = all.Count(id => id != Installation.Partition) > 1 };
        }

        var schools = (await book.ListAsync<School>(at, cancel)).Select(kept => kept.Value)
            .ToDictionary(school => school.Id, school => school.Name);
        var kept = await book.FindAsync<HelpContacts>(at, HelpRegister.SubjectOf(at), cancel);
        var contacts = kept?.Value ?? HelpContacts.Uk;
        var theirs = contacts.Tell.Where(tell => tell.Who.Length > 0 && (who?.IsOf(tell.School) ?? true));
        return new(contacts, [.. theirs.Select(tell => (PlaceOf(tell), tell))]);

        string PlaceOf(PersonToTell tell) =>
            tell.School is { } of ? schools.GetValueOrDefault(of, found.Name) : found.Name;
    }

    private static OrganisationId? Only(IReadOnlyList<OrganisationId> all)
    {
        var organisations = all.Where(id => id != Installation.Partition).Take(2).ToList();
        return organisations.Count == 1 ? organisations[0] : null;
    }
}
